#include "app/settings.hpp"

#include <array>

namespace caicach::app
{
namespace
{

using Kind = Setting::Kind;

constexpr std::array table{
    Setting{"server.address", Kind::text, "127.0.0.1",
            "Address of the pages; nginx stands in front for the world"},
    Setting{"server.port", Kind::integer, "8080", "Port of the pages; 0 takes a free one", 0,
            65535},
    Setting{"server.admin_port", Kind::integer, "0",
            "Loopback port of /livez, /readyz, /healthz and /metrics; 0 takes a free one", 0,
            65535},
    Setting{"server.workers", Kind::integer, "0", "Worker threads; 0 means one for each core", 0,
            256},
    Setting{"server.connections", Kind::integer, "4000", "Open connections at once", 16, 100000},
    Setting{"server.queue", Kind::integer, "512",
            "Requests that wait for a worker before 503 is answered", 1, 100000},
    Setting{"server.header_seconds", Kind::integer, "10", "Time for a request's head", 1, 600},
    Setting{"server.body_seconds", Kind::integer, "30", "Time for a body that makes no headway", 1,
            600},
    Setting{"server.write_seconds", Kind::integer, "15", "Time for a reader that takes nothing", 1,
            600},
    Setting{"server.idle_seconds", Kind::integer, "10", "Time between two requests", 1, 600},
    Setting{"server.drain_seconds", Kind::integer, "30", "Time to finish on SIGTERM", 1, 600},
    Setting{"server.trusted_proxy", Kind::boolean, "false",
            "Believe X-Forwarded-For and X-Forwarded-Proto of a proxy on loopback"},
    Setting{"server.proxies", Kind::networks, "",
            "Other proxies to believe, by address: 10.0.0.5 10.0.1.0/24"},
    Setting{"limits.anonymous", Kind::rates, "300/5m 50/10s",
            "Of the API, from one address (a /64 of IPv6), where nobody is signed in"},
    Setting{"limits.person", Kind::rates, "1500/5m", "Of one person who is signed in"},
    Setting{"limits.token", Kind::rates, "300/5m", "Of one token of the API"},
    Setting{"limits.machine", Kind::rates, "600/1m",
            "Of one token that works from named addresses alone"},
    Setting{"limits.upload", Kind::rates, "30/30m", "Files sent by one person"},
    Setting{"limits.code", Kind::rates, "60/1h 10/1m",
            "Codes and secrets that led to nothing, of one address or one person"},
    Setting{"limits.slip", Kind::rates, "5/30m",
            "One-time links to a new password, for one account"},
    Setting{"limits.sign_in_address", Kind::rates, "25/5m", "Failed sign-ins from one address"},
    Setting{"limits.sign_in_account", Kind::rates, "10/1h",
            "Failed sign-ins with one user name; from then on the wait doubles, up to an hour"},
    Setting{"limits.trusted_networks", Kind::networks, "",
            "Outward addresses of agencies: not counted by address, guessed codes apart"},
    Setting{"limits.counters", Kind::integer, "32768",
            "Who is remembered at once, 24 bytes each; beyond it who asked least is forgotten",
            1024, 10'000'000},
    Setting{
        "database.url", Kind::text, "",
        "sqlite:///path, postgresql://… or a libpq conninfo; empty: caicach.db in the data folder"},
    Setting{"database.readers", Kind::integer, "4", "Reading transactions at once", 1, 64},
    Setting{"work.threads", Kind::integer, "1", "Threads that run jobs", 1, 16},
    Setting{"work.in_server", Kind::boolean, "true",
            "`caicach serve` runs jobs too; false where `caicach work` does"},
    Setting{"province.name", Kind::text, "", "Name in page heads, for example: tỉnh Sông Lam"},
    Setting{"province.site", Kind::site, "",
            "Public address, for example https://cchc.songlam.gov.vn: links in calendars begin so"},
    Setting{"province.sample", Kind::boolean, "false",
            "This is the invented province: sign-in links are printed at each start"},
    Setting{"audit.checkpoint_folder", Kind::text, "",
            "Folder off this machine (a mounted share) where signed checkpoints of the trail go"},
    Setting{"mail.url", Kind::text, "",
            "Mail server, for example smtp://127.0.0.1:25 or smtps://mail.vn:465; empty: none"},
    Setting{"mail.from", Kind::text, "", "Address of the sender of letters"},
    Setting{"mail.user", Kind::text, "", "User at the mail server; empty: it asks for none"},
    Setting{"mail.password_file", Kind::text, "",
            "File whose first line is the password at the mail server"},
    Setting{"mail.requires_tls", Kind::boolean, "true",
            "Refuse an smtp:// server without STARTTLS; false for a relay on this machine"},
    Setting{.key = "identity.second_factor_roles",
            .kind = Kind::words,
            .fallback = "all",
            .text = "Roles that sign in with a second factor: all, none, or some of them",
            .choices = "all none coordinator agency_officer editor overseer agency_head approver "
                       "inspector one_stop_officer auditor administrator"},
    Setting{.key = "log.level",
            .kind = Kind::choice,
            .fallback = "info",
            .text = "Lines below this are dropped: debug, info, warning, error or off",
            .choices = "debug info warning error off"},
    Setting{"log.requests", Kind::boolean, "true", "One line for each request"},
};

}  // namespace

std::span<const Setting> settings() { return table; }

}  // namespace caicach::app
