//! What a check reminds of: refunds that are expected and not there.

use super::reply::Reply;
use crate::desk::Desk;
use crate::views::refunds;
use crate::wire::Refusal;

/// The answer of a check, with the refunds that are still expected.
pub(super) fn chase(desk: &Desk, answer: Reply) -> Result<Reply, Refusal> {
    let book = desk.book()?;
    let expected = refunds::expected(book.facts(), book.actions(), &desk.pen()?);
    let sentences = expected.iter().map(|one| {
        let (words, id) = (&one.words, one.id);
        format!("A refund is still expected: {words}. If it came: runout refund {id}.")
    });
    let sentences: Vec<String> = sentences.collect();
    Ok(sentences.iter().fold(answer.with("refunds_expected", &expected), |answer, words| answer.over(words)))
}
