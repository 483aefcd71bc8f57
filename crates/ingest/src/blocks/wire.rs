//! Datelines of East Asian agencies: "新华社北京4月14日电（记者 …）", "(서울=연합뉴스) … 기자 =", "【ロンドン共同】".

use super::dateline::Dateline;
use crate::agency;

/// Characters in which a place, a day and a reporter's name stand.
const REACH: usize = 40;

/// Everything in front of the lead.
pub(super) fn find(line: &str) -> Option<Dateline> {
    let first = line.chars().next().filter(|c| !c.is_ascii_alphanumeric())?;
    let (len, name) = match first {
        '(' | '[' => bracketed(line).or_else(|| telegram(line))?,
        '【' | '［' => bracketed(line)?,
        _ => telegram(line)?,
    };
    let rest = line.get(len..)?;
    let lead = rest.trim_start_matches([' ', '\u{3000}', '：', ':', '—', '－', '-', '=', '＝']);
    (!lead.is_empty()).then(|| Dateline {
        len: line.len() - lead.len(),
        agency: Some(name),
        published: None,
    })
}

/// "新华社北京4月14日电", "（中央社台北14日電）", "据新华社4月14日讯": the agency, a place, a day, "wired".
fn telegram(line: &str) -> Option<(usize, &'static str)> {
    let bare = line.trim_start_matches(['（', '(', '据', '據']);
    let opened = line.starts_with(['（', '(']);
    let ends: Vec<usize> = bare
        .char_indices()
        .take(REACH)
        .map(|(i, c)| i + c.len_utf8())
        .collect();
    let (name_len, name) = (ends.iter().take(6).skip(1).rev())
        .find_map(|end| Some((*end, agency::by_name(bare.get(..*end)?)?)))?;
    let window = bare.get(..*ends.last()?)?;
    let wired = window.find(['电', '電', '讯', '訊'])?;
    let day = window.get(name_len..wired)?;
    let dated = day.ends_with('日') && day.contains(|c: char| c.is_numeric());
    if !dated {
        return None;
    }
    let mut len = line.len() - bare.len() + wired + '电'.len_utf8();
    // The reporters behind it, and the bracket around all of it.
    let rest = line.get(len..)?;
    if opened || rest.starts_with(['（', '(']) {
        len += closing(rest)?;
    }
    Some((len, name))
}

/// "(서울=연합뉴스)", "【ロンドン共同】", "[ロンドン 14日 ロイター]": a place, and the agency behind it.
fn bracketed(line: &str) -> Option<(usize, &'static str)> {
    let mut len = closing(line)?;
    let inner = line.get(..len)?;
    let inner = inner.trim_matches(['(', ')', '[', ']', '【', '】', '［', '］']);
    if inner.is_ascii() {
        return None;
    }
    let last = inner.rsplit([' ', '\u{3000}', '=', '＝', '・']).next()?;
    let name = agency::by_name(last).or_else(|| {
        let starts = last.char_indices().rev().take(5).skip(1).map(|(i, _)| i);
        starts.filter_map(|i| agency::by_name(last.get(i..)?)).last()
    })?;
    // "홍길동 기자 = ".
    let rest = line.get(len..)?;
    let head: usize = rest.chars().take(REACH / 2).map(char::len_utf8).sum();
    if let Some(at) = rest.get(..head)?.find("기자") {
        let behind = rest.get(at + "기자".len()..)?;
        if behind.trim_start().starts_with('=') {
            len += at + "기자".len();
        }
    }
    Some((len, name))
}

/// Bytes up to the first closing bracket and with it, where it is near.
fn closing(text: &str) -> Option<usize> {
    text.char_indices()
        .take(REACH)
        .find(|(_, c)| matches!(c, ')' | '）' | ']' | '】' | '］'))
        .map(|(i, c)| i + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_agency_and_lead() {
        for (line, name, lead) in [
            (
                "新华社海港4月14日电（记者 李明）两岸同意开通渡轮。",
                "Xinhua",
                "两岸",
            ),
            ("据新华社北京4月14日电 两岸同意开通渡轮。", "Xinhua", "两岸"),
            ("（中央社記者王明台北14日電）兩岸同意開通渡輪。", "CNA", "兩岸"),
            ("中新网4月14日电 两岸同意开通渡轮。", "CNS", "两岸"),
            (
                "(서울=연합뉴스) 홍길동 기자 = 두 해안의 장관들이 합의했다.",
                "Yonhap",
                "두 해안",
            ),
            (
                "[서울=뉴시스]홍길동 기자 = 두 해안의 장관들이 합의했다.",
                "Newsis",
                "두 해안",
            ),
            ("【ロンドン共同】両岸の閣僚は合意した。", "Kyodo", "両岸"),
            ("【ワシントン時事】両岸の閣僚は合意した。", "Jiji", "両岸"),
            (
                "［ロンドン １４日 ロイター］ - 両岸の閣僚は合意した。",
                "Reuters",
                "両岸",
            ),
        ] {
            let found = find(line).unwrap_or_else(|| panic!("none: {line}"));
            assert_eq!(found.agency, Some(name), "{line}");
            assert!(
                line[found.len..].starts_with(lead),
                "{line}: {}",
                &line[found.len..]
            );
        }
    }

    #[test]
    fn sentences_are_no_datelines() {
        for line in [
            "新华社记者在海港看到，渡轮已经准备好。",
            "两岸的部长们4月14日电话商谈。",
            "【写真】両岸の閣僚",
            "(서울) 두 해안의 장관들이 합의했다.",
            "(AP) Ministers agreed.",
            "",
        ] {
            assert!(find(line).is_none(), "{line}");
        }
    }
}
