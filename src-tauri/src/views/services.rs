//! The overview: one row for each service.

use runout_core::outlook::Outlook;

use super::pen::{Pen, spans};
use super::promised;
use crate::desk::OfService;
use crate::wire::{Refusal, Service, ServiceRow, ServicesView, Span, SpanMark};

/// The rows of the overview; one that cannot be reckoned says so.
pub fn overview(services: Vec<OfService<ServiceRow>>) -> ServicesView {
    let row = |of: OfService<ServiceRow>| {
        let row = of.read.unwrap_or_else(|refusal| unreckonable(&refusal));
        ServiceRow { id: of.id.0, name: of.name, open: of.open, ..row }
    };
    ServicesView { rows: services.into_iter().map(row).collect() }
}

/// A row as its outlook says it.
pub fn row(outlook: &Outlook<'_>, pen: &Pen) -> ServiceRow {
    ServiceRow {
        id: 0,
        name: String::new(),
        open: false,
        left: pen.exact(outlook.ledger.left()),
        unit: outlook.facts.service.unit.clone(),
        renewal: outlook.renewal_words().unwrap_or_else(|| "no renewal".to_owned()),
        run_out: spans(&outlook.run_out_words()),
        will_lapse: outlook.lapse_words().map(|words| spans(&words)).unwrap_or_default(),
        checked: checked(outlook),
        checked_long_ago: outlook.checked_long_ago(),
    }
}

/// "3 days ago", "not yet": under the head "Last check".
fn checked(outlook: &Outlook<'_>) -> String {
    let words = outlook.checked_words();
    words.strip_prefix("Checked ").map_or_else(|| "not yet".to_owned(), str::to_owned)
}

fn unreckonable(refusal: &Refusal) -> ServiceRow {
    ServiceRow {
        id: 0,
        name: String::new(),
        open: false,
        left: "–".to_owned(),
        unit: String::new(),
        renewal: "–".to_owned(),
        run_out: vec![Span { text: refusal.message.clone(), mark: SpanMark::Trouble }],
        will_lapse: Vec::new(),
        checked: "–".to_owned(),
        checked_long_ago: false,
    }
}

/// A service, as it is promised.
pub fn promise(outlook: &Outlook<'_>, pen: &Pen) -> Service {
    let service = &outlook.facts.service;
    let status = promised::status(outlook, pen);
    let confirmed = status.confirmed.map(|check| check.at);
    let (run_out, chance) = status.forecast.map(|found| (found.run_out, found.chance_before_renewal)).unzip();
    Service {
        name: service.name.clone(),
        unit: Some(service.unit.clone()),
        decimals: Some(service.decimals.places()),
        zone: Some(service.zone.name().to_owned()),
        left: Some(status.left),
        overdrawn: Some(status.overdrawn),
        renewal: outlook.renewal().map(|at| pen.instant(at)),
        chance_before_renewal: chance.flatten(),
        run_out,
        will_lapse: status.will_lapse,
        checked: confirmed,
        trouble: None,
    }
}

/// A service that cannot be reckoned, as it is promised.
pub fn promise_trouble(name: String, refusal: Refusal) -> Service {
    Service {
        name,
        unit: None,
        decimals: None,
        zone: None,
        left: None,
        overdrawn: None,
        renewal: None,
        chance_before_renewal: None,
        run_out: None,
        will_lapse: Vec::new(),
        checked: None,
        trouble: Some(refusal.message),
    }
}
