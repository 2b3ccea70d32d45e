#include "channel/print/batching.hpp"

#include <utility>
#include <vector>

#include "base/process.hpp"
#include "channel/limits.hpp"
#include "channel/print/design_store.hpp"
#include "channel/print/designing.hpp"
#include "channel/print/template.hpp"
#include "document/archive_writer.hpp"
#include "document/poster_ink.hpp"
#include "text/number.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view batch_job = "channel.print_batch";

const attachment::AttachmentUse& batch_use()
{
    static const attachment::AttachmentUse use{.key = "channel.print_batch",
                                               .kinds = {attachment::FileKind::zip},
                                               .bytes_max = limits::batch_bytes_max,
                                               .count_max = 1};
    return use;
}

/// An agency's own sheet: whose it is, and where it is found.
struct Sheet {
    organisation::AgencySummary agency{};
    std::string contact{};  ///< empty: as the design has it
};

/// What there is to draw, read before it is: no transaction is open meanwhile.
struct Task {
    Batch batch{};
    Design design{};
    std::vector<Sheet> sheets{};
};

Result<std::optional<Task>> task_of(Context& context, BatchId id)
{
    auto transaction = TRY(context.read());
    auto batch = TRY(BatchStore{transaction}.find(id));
    // Another took its place, or it ran before and only the note that it was done was lost.
    if (!batch || batch->state != BatchState::making) return std::optional<Task>{};
    Task task{.batch = std::move(*batch)};
    task.design = TRY(DesignStore{transaction}.find(task.batch.design));
    const auto today = context.today();
    auto members = TRY(organisation::members(transaction, task.batch.group, today));
    task.sheets.reserve(members.agencies.size());
    for (auto& agency : members.agencies) {
        auto contact = TRY(organisation::contact_line(transaction, agency.id, today));
        task.sheets.push_back({.agency = std::move(agency), .contact = std::move(contact)});
    }
    return std::optional{std::move(task)};
}

Result<std::string> drawn(const Context& context, document::PosterInk& ink, const Design& design,
                          const Sheet& sheet)
{
    auto text = design.text;
    if (!sheet.contact.empty()) text.wording.contact = sheet.contact;
    const auto poster = TRY(poster_of(context, text, sheet.agency.name));
    const bool is_screen = template_of(text.shape)->is_screen;
    const auto frame = is_screen ? document::PosterFrame{} : document::print_frame;
    return ink.pdf(poster, frame, Date::of(design.published_at.value_or(design.made_at)));
}

/// Draws all of them; on whose sheet the words do not fit stands in a list of its own.
Result<void> draw_all(const Context& context, Task& task, document::ArchiveWriter& archive,
                      jobs::JobContext& job)
{
    constexpr std::size_t whole = 100;
    const auto ink = TRY(document::PosterInk::create());
    std::string left_out;
    std::size_t done = 0;
    const auto all = std::to_string(task.sheets.size());
    for (const auto& one : task.sheets) {
        if (job.is_cancelled()) return {};
        auto pdf = drawn(context, *ink, task.design, one);
        if (pdf) {
            archive.add(one.agency.slug + ".pdf", std::move(*pdf));
            ++task.batch.sheets;
        } else {
            left_out += one.agency.name + ": " + context.message(pdf.error()) + "\n";
            ++task.batch.left_out;
        }
        ++done;
        job.report_progress(static_cast<int>(done * whole / task.sheets.size()),
                            "Đã vẽ " + std::to_string(done) + "/" + all);
    }
    if (!left_out.empty()) archive.add("khong-vua.txt", std::move(left_out));
    return {};
}

Result<void> settle(Context& context, Task& task, const document::ArchiveWriter& archive)
{
    const auto folder = TRY(TemporaryDirectory::create());
    const auto path = folder.file("bo-in.zip");
    TRY(archive.finish_to(path));
    const auto name = task.design.text.wording.title + ".zip";
    const auto kept = TRY(attachment::keep(context, {.path = path, .name = name}, batch_use()));
    auto transaction = TRY(context.begin());
    const auto file = TRY(attachment::add(context, transaction, kept, task.batch.id.value));
    task.batch.file = file.id;
    task.batch.state = BatchState::ready;
    const bool is_ours = TRY(BatchStore{transaction}.settle(task.batch));
    if (!is_ours) return {};
    return transaction.commit();
}

Result<void> drawn_and_kept(Context& context, Task& task, jobs::JobContext& job)
{
    document::ArchiveWriter archive;
    TRY(draw_all(context, task, archive, job));
    if (job.is_cancelled()) return {};
    if (task.batch.sheets == 0) return failure(Failure::invalid, "channel.batch.none_fits");
    return settle(context, task, archive);
}

/// A fault is told on the page, where a person begins again; the job itself is then done.
Result<void> run_batch_job(Context& context, jobs::JobContext& job)
{
    const auto number = text::parse_integer(job.payload());
    if (!number) return failure(Failure::invalid, "channel.batch.not_found");
    auto task = TRY(task_of(context, BatchId{*number}));
    if (!task) return {};
    const auto outcome = drawn_and_kept(context, *task, job);
    if (outcome) return {};
    auto transaction = TRY(context.begin());
    task->batch.state = BatchState::failed;
    task->batch.file = {};
    task->batch.fault = context.message(outcome.error());
    TRY(BatchStore{transaction}.settle(task->batch));
    return transaction.commit();
}

/// The set before goes with its file.
Result<void> make_room(Context& context, database::Transaction& transaction, const Design& design)
{
    BatchStore store{transaction};
    const auto before = TRY(store.of_design(design.id));
    if (!before) return {};
    if (before->state == BatchState::making)
        return failure(Failure::conflict, "channel.batch.busy");
    if (before->file != attachment::AttachmentId{})
        TRY(attachment::remove(context, transaction, before->file));
    return store.remove(before->id);
}

}  // namespace

Result<void> begin_batch(Context& context, database::Transaction& transaction, const Design& design,
                         const organisation::GroupSummary& group)
{
    if (!rights_to(context, design).designs)
        return failure(Failure::forbidden, "channel.print.not_yours");
    if (design.state != DesignState::published)
        return failure(Failure::conflict, "channel.batch.not_public");
    const auto members = TRY(organisation::members(transaction, group.id, context.today()));
    if (members.is_open || members.agencies.empty())
        return failure(Failure::invalid, "channel.batch.group", "group");
    TRY(make_room(context, transaction, design));
    Batch batch{.id = make_id<BatchId>(),
                .design = design.id,
                .group = group.id,
                .made_by = context.actor().account,
                .made_at = context.now()};
    const auto key = std::to_string(batch.id.value);
    batch.job = TRY(jobs::enqueue(transaction, batch_job, key, {.now = context.now(), .key = key}));
    TRY(BatchStore{transaction}.insert(batch));
    if (context.services().wake_worker) transaction.after_commit(context.services().wake_worker);
    return context.record(transaction, "channel.print.batch_begun", design_object, design.id.value);
}

void add_batching(Module& module)
{
    module.job(batch_job, {}, run_batch_job);
    module.audits({"channel.print.batch_begun", "lập bộ in đồ họa cho nhiều cơ quan"});
}

}  // namespace caicach::channel
