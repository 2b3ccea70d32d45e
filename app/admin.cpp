#include "app/admin.hpp"

#include <fmt/format.h>

#include <filesystem>

#include "attachment/api.hpp"
#include "jobs/jobs.hpp"
#include "json/value.hpp"
#include "outgoing/api.hpp"

namespace caicach::app
{
namespace
{

constexpr std::uintmax_t room_needed = 256ULL * 1024 * 1024;

/// One question of /healthz: its answer, empty when all is well.
struct Health {
    std::string name{};
    std::string problem{};
};

Health database_health(database::Database& database)
{
    const auto ping = database.ping();
    return {"database", ping ? "" : ping.error().key + " " + ping.error().detail};
}

Health disk_health(const std::string& folder)
{
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (error) return {"disk", error.message()};
    if (space.available < room_needed) return {"disk", "less than 256 MB left"};
    return {"disk", ""};
}

Health jobs_health(database::Database& database)
{
    auto transaction = database.read();
    if (!transaction) return {"jobs", transaction.error().key};
    const auto counts = jobs::counts(*transaction);
    if (!counts) return {"jobs", counts.error().key};
    return {"jobs", counts->dead > 0 ? fmt::format("{} dead jobs", counts->dead) : ""};
}

Health files_health(database::Database& database)
{
    auto transaction = database.read();
    if (!transaction) return {"files", transaction.error().key};
    const auto counts = attachment::fault_counts(*transaction);
    if (!counts) return {"files", counts.error().key};
    const auto damaged = counts->missing + counts->changed;
    return {"files", damaged > 0 ? fmt::format("{} damaged files", damaged) : ""};
}

Health exchange_health(database::Database& database)
{
    auto transaction = database.read();
    if (!transaction) return {"exchange", transaction.error().key};
    const auto failed = outgoing::failed_hand_overs(*transaction);
    if (!failed) return {"exchange", failed.error().key};
    return {"exchange", *failed > 0 ? fmt::format("{} packages not handed over", *failed) : ""};
}

}  // namespace

http::Response Admin::health(bool verbose) const
{
    auto& database = m_system.database();
    bool is_well = true;
    auto answers = json::Value::object();
    for (const auto& health :
         {database_health(database), disk_health(m_system.services().data_folder),
          jobs_health(database), files_health(database), exchange_health(database)}) {
        is_well = is_well && health.problem.empty();
        answers.set(health.name, health.problem.empty() ? "ok" : health.problem);
    }
    auto body = json::Value::object();
    body.set("ok", is_well);
    if (verbose) body.set("checks", std::move(answers));
    return http::json(json::dump(body, verbose), is_well ? 200 : 503);
}

std::string Admin::measurements() const
{
    auto text = m_metrics.exposition();
    auto transaction = m_system.database().read();
    if (!transaction) return text;
    if (const auto counts = jobs::counts(*transaction)) {
        text += "# HELP caicach_jobs Jobs by state.\n# TYPE caicach_jobs gauge\n";
        text += fmt::format("caicach_jobs{{state=\"waiting\"}} {}\n", counts->waiting);
        text += fmt::format("caicach_jobs{{state=\"running\"}} {}\n", counts->running);
        text += fmt::format("caicach_jobs{{state=\"dead\"}} {}\n", counts->dead);
    }
    if (const auto counts = attachment::fault_counts(*transaction)) {
        text +=
            "# HELP caicach_attachment_faults Stored files that are not as they should be.\n"
            "# TYPE caicach_attachment_faults gauge\n";
        text += fmt::format("caicach_attachment_faults{{fault=\"missing\"}} {}\n", counts->missing);
        text += fmt::format("caicach_attachment_faults{{fault=\"changed\"}} {}\n", counts->changed);
        text +=
            fmt::format("caicach_attachment_faults{{fault=\"infected\"}} {}\n", counts->infected);
    }
    return text;
}

http::Response Admin::answer(const http::Request& request) const
{
    if (request.path() == "/livez") return http::plain_text("ok\n");
    if (request.path() == "/readyz") {
        if (m_is_stopping) return http::plain_text("stopping\n", 503);
        const bool is_ready = m_system.database().ping().has_value();
        return http::plain_text(is_ready ? "ok\n" : "database away\n", is_ready ? 200 : 503);
    }
    if (request.path() == "/healthz") return health(request.query("verbose").has_value());
    if (request.path() == "/metrics") {
        auto response = http::plain_text(measurements());
        response.type = "text/plain; version=0.0.4; charset=utf-8";
        return response;
    }
    return http::plain_text("not found\n", 404);
}

}  // namespace caicach::app
