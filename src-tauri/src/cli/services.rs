//! `services`: every account of the book; one more, another name, one less.

use super::book::typed_book;
use super::changes::changed;
use super::reply::Reply;
use super::table::Table;
use super::words::Services;
use crate::desk::Desk;
use crate::views::services;
use crate::wire::{self, Refusal, Span};

/// `services` and what is done with them.
pub(super) fn services(desk: &mut Desk, what: Option<&Services>) -> Result<Reply, Refusal> {
    let told = match what {
        None => return list(desk),
        Some(Services::Add(typed)) => {
            let new = typed_book(desk, typed)?;
            desk.book()?;
            desk.add_service(&new)
        }
        Some(Services::Rename { old, new }) => desk.service_called(old).and_then(|id| desk.rename_service(id, new)),
        Some(Services::Remove { name }) => desk.service_called(name).and_then(|id| desk.remove_service(id)),
    }?;
    changed(desk, &told)
}

fn list(desk: &mut Desk) -> Result<Reply, Refusal> {
    let promised = desk.each(|outlook, pen| Ok(services::promise(outlook, pen)))?;
    let promised =
        promised.into_iter().map(|of| of.read.unwrap_or_else(|refusal| services::promise_trouble(of.name, refusal)));
    let document = wire::Services { services: promised.collect() };
    let rows = desk.each(|outlook, pen| Ok(services::row(outlook, pen)))?;
    let mut table = Table::new(&["Service", ">Left", "Unit", "Renews", "Runs out", "Will lapse", "Last check"]);
    for row in services::overview(rows).rows {
        let lapse = if row.will_lapse.is_empty() { "–".to_owned() } else { said(&row.will_lapse) };
        table.row([row.name, row.left, row.unit, row.renewal, said(&row.run_out), lapse, row.checked]);
    }
    Ok(Reply::new(&document, table.to_string()))
}

fn said(spans: &[Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}
