#include "plan/read_job.hpp"

#include "attachment/api.hpp"
#include "json/value.hpp"
#include "plan/edition_store.hpp"
#include "plan/reading.hpp"

namespace caicach::plan
{
namespace
{

/// What the file's owner should know, as key and arguments: the page renders it.
std::string problem_text(const Error& error)
{
    auto arguments = json::Value::array();
    for (const auto& argument : error.arguments) arguments.push(argument);
    auto value = json::Value::object();
    value.set("key", error.key);
    value.set("arguments", std::move(arguments));
    return json::dump(value);
}

/// Failures that another try may heal.
bool is_passing(const Error& error)
{
    return error.kind == Failure::unavailable || error.kind == Failure::internal;
}

Result<void> note_failure(Context& context, Edition edition, const Error& error)
{
    auto transaction = TRY(context.begin());
    auto editions = EditionStore{transaction};
    edition.state = EditionState::failed;
    edition.problem = problem_text(error);
    TRY(editions.save(edition));
    TRY(context.record(transaction, "plan.read_failed", "plan.edition", edition.id.value));
    return transaction.commit();
}

Result<void> save(Context& context, Edition& edition, const Reading& reading)
{
    auto transaction = TRY(context.begin());
    TRY(save_reading(context, transaction, edition, reading));
    return transaction.commit();
}

/// A reading that cannot be kept (too many items) is the file's fault, too.
Result<void> save_or_note(Context& context, const Edition& edition, const Reading& reading)
{
    auto draft = edition;
    auto saved = save(context, draft, reading);
    if (saved || is_passing(saved.error()) || saved.error().kind == Failure::conflict) return saved;
    return note_failure(context, edition, saved.error());
}

}  // namespace

Result<void> enqueue_reading(Context& context, database::Transaction& transaction, Edition& edition)
{
    auto payload = json::Value::object();
    payload.set("edition", edition.id.value);
    edition.job =
        TRY(jobs::enqueue(transaction, read_job_kind, json::dump(payload),
                          {.now = context.now(), .key = std::to_string(edition.id.value)}));
    edition.state = EditionState::reading;
    auto editions = EditionStore{transaction};
    return editions.save(edition);
}

Result<void> run_reading(Context& context, jobs::JobContext& job)
{
    const auto payload = TRY(json::parse(job.payload()));
    const EditionId id{payload["edition"].as_integer()};
    Edition edition;
    std::string path;
    {
        auto transaction = TRY(context.read());
        auto editions = EditionStore{transaction};
        edition = TRY(editions.find(id));
        if (edition.state != EditionState::reading) return {};
        const auto file =
            TRY(attachment::find(transaction, attachment::AttachmentId{edition.file_id}));
        path = TRY(attachment::open_path(context, file.sha256));
    }
    const auto reading =
        read_plan_file(path, edition.file_name, [&](int percent, const std::string& text) {
            job.report_progress(percent, text);
            return !job.is_cancelled();
        });
    if (!reading && job.is_cancelled()) return tl::unexpected<Error>(reading.error());
    if (!reading && is_passing(reading.error())) return tl::unexpected<Error>(reading.error());
    if (!reading) return note_failure(context, edition, reading.error());
    return save_or_note(context, edition, *reading);
}

}  // namespace caicach::plan
