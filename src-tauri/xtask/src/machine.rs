//! The system packages that Runout is built and tested with, and how a Debian machine gets them.

use crate::house::House;
use crate::program::Program;
use crate::{Trouble, say};

/// What building the window needs.
pub(crate) const TO_BUILD: &[&str] = &["libwebkit2gtk-4.1-dev", "pkgconf"];

/// What driving and picturing the window without a display needs: a display, a session bus, the engine's driver,
/// `import`, and a typeface.
pub(crate) const TO_LOOK: &[&str] = &["xvfb", "dbus-daemon", "webkit2gtk-driver", "imagemagick", "fonts-dejavu-core"];

/// Makes sure that the machine has these packages and the programs that no package of ours brings.
pub(crate) fn prepare(house: &House, packages: &[&str]) -> Result<(), Trouble> {
    want_node(house)?;
    if Program::new(house, "dpkg").args(["--version"]).quietly().is_err() {
        say(&format!("Not a Debian machine: assuming that it has what these bring: {}.", packages.join(", ")));
        return Ok(());
    }
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(house, package)).collect();
    if missing.is_empty() { Ok(()) } else { install(house, &missing) }
}

fn is_installed(house: &House, package: &str) -> bool {
    let asked = Program::new(house, "dpkg").args(["-s", package]).quietly();
    asked.is_ok_and(|answer| String::from_utf8_lossy(&answer.stdout).contains("Status: install ok installed"))
}

fn install(house: &House, missing: &[&str]) -> Result<(), Trouble> {
    let words = missing.join(" ");
    say(&format!("These system packages are missing and will be installed now: {words}"));
    let as_root = as_root(house).ok_or(Trouble::CannotInstall(words))?;
    let apt = |args: &[&str]| {
        let line = as_root.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]);
        let mut line = line.chain(args.iter().copied());
        let program = line.next().unwrap_or("env");
        Program::new(house, program).args(line).go()
    };
    apt(&["update"])?;
    let install = ["install", "-y", "--no-install-recommends"];
    apt(&install.iter().chain(missing).copied().collect::<Vec<_>>())
}

/// What must stand before a command so that it runs as root; none where that is not possible.
fn as_root(house: &House) -> Option<&'static [&'static str]> {
    let user = Program::new(house, "id").args(["-u"]).quietly().ok()?;
    if user.stdout.trim_ascii() == b"0" {
        return Some(&[]);
    }
    let sudo = Program::new(house, "sudo").args(["-V"]).quietly().ok()?;
    sudo.status.success().then_some(&["sudo"])
}

fn want_node(house: &House) -> Result<(), Trouble> {
    let asked = Program::new(house, "node").args(["--version"]).quietly();
    let answer = asked.map_err(|_| Trouble::Missing("Node 20 or newer".to_owned()))?;
    let found = String::from_utf8_lossy(&answer.stdout).trim().trim_start_matches('v').to_owned();
    let major: u32 = found.split('.').next().and_then(|major| major.parse().ok()).unwrap_or(0);
    if major >= 20 { Ok(()) } else { Err(Trouble::OldNode { found }) }
}
