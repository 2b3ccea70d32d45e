#include "obligation/module.hpp"

#include <memory>

#include "obligation/board/board_handlers.hpp"
#include "obligation/board/due_soon_handlers.hpp"
#include "obligation/board/excusing_handlers.hpp"
#include "obligation/board/late_handlers.hpp"
#include "obligation/board/late_letters.hpp"
#include "obligation/board/late_month_handlers.hpp"
#include "obligation/board/late_publication.hpp"
#include "obligation/board/letter_document_handlers.hpp"
#include "obligation/board/pack_handlers.hpp"
#include "obligation/board/public_handlers.hpp"
#include "obligation/board/publishing.hpp"
#include "obligation/budget/budget_handlers.hpp"
#include "obligation/cascade/cascade_handlers.hpp"
#include "obligation/checks.hpp"
#include "obligation/choosing.hpp"
#include "obligation/counting.hpp"
#include "obligation/draft/result_handlers.hpp"
#include "obligation/draft/sent_proof.hpp"
#include "obligation/due_recount.hpp"
#include "obligation/fact_uses.hpp"
#include "obligation/feed/feed_handlers.hpp"
#include "obligation/generation.hpp"
#include "obligation/limits.hpp"
#include "obligation/messages.hpp"
#include "obligation/migrations.hpp"
#include "obligation/obligation_store.hpp"
#include "obligation/obstacle/obstacle_handlers.hpp"
#include "obligation/own_plan/own_plan_handlers.hpp"
#include "obligation/paths.hpp"
#include "obligation/permissions.hpp"
#include "obligation/personal_data.hpp"
#include "obligation/proof_pack.hpp"
#include "obligation/proposal/proposal_handlers.hpp"
#include "obligation/reminder/answer_handlers.hpp"
#include "obligation/reminder/personal_data.hpp"
#include "obligation/reminder/reminder_handlers.hpp"
#include "obligation/reminder/reminding.hpp"
#include "obligation/result.hpp"
#include "obligation/role/role_handlers.hpp"
#include "obligation/saved_view/saved_view_handlers.hpp"
#include "obligation/target/target_handlers.hpp"
#include "obligation/task_handlers.hpp"
#include "obligation/telling/telling.hpp"
#include "obligation/uncounting.hpp"
#include "obligation/work.hpp"

namespace caicach::obligation
{

namespace
{

/// Reminders go on for half a day while the database is away.
constexpr int remind_attempts_max = 20;

void add_inbox(Module& module)
{
    const auto staff = http::Access::holder_of(see_work.key);
    const auto assigners = http::Access::holder_of(assign_work.key);
    const auto reporters = http::Access::holder_of(report_work.key);
    const auto coordinators = http::Access::holder_of(excuse_agencies.key);
    const auto judges = http::Access::holder_of(judge_counts.key);
    module.get("/viec", staff, show_inbox);
    module.get("/viec.csv", staff, export_inbox);
    module.get("/viec/{task}", http::Access::signed_in, show_task);
    module.get("/viec/{task}/minh-chung.zip", http::Access::signed_in, download_proof_pack,
               {.limits = {.seconds = evidence::pack_seconds}});
    module.post("/viec/{task}/giao", assigners, post_assignment);
    module.post("/viec/{task}/chon-ket-qua", reporters, post_chosen_fact);
    module.post("/viec/{task}/khong-tinh", judges, post_uncounting);
    module.post("/viec/{task}/khong-tinh/thoi", judges, post_uncounting_end);
    module.post("/viec/{task}/khong-tinh/tra-loi", reporters, post_uncounting_answer);
    module.post("/viec/{task}/tien-do", reporters, post_progress);
    module.post("/viec/{task}/mien", coordinators, post_excuse);
    module.post("/viec/{task}/thoi-mien", coordinators, post_excuse_end);
    module.menu({.text = "Việc", .path = "/viec", .order = 5, .permission = &see_work});
    module.on<attachment::FileAsked>(answer_for_file);
    module.on<evidence::DutyAsked>(name_duty);
}

void add_feeds(Module& module)
{
    const auto staff = http::Access::holder_of(see_work.key);
    module.get("/lich-cua-toi", staff, show_feeds);
    module.post("/lich-cua-toi", staff, post_feed);
    module.post("/lich-cua-toi/thu-hoi", staff, post_feed_revocation);
    module.get("/lich-rieng/{secret}/viec.ics", http::Access::anyone, download_feed,
               {.rate = http::RouteRate::code});
}

void add_boards(Module& module)
{
    const auto watchers = http::Access::holder_of(watch_plans.key);
    const auto excusers = http::Access::holder_of(excuse_agencies.key);
    const auto publishers = http::Access::holder_of(publish_boards.key);
    module.get("/theo-doi", watchers, show_boards);
    module.get("/theo-doi/{plan}", watchers, show_board);
    module.get("/theo-doi/{plan}/theo-muc", watchers, show_board_items);
    module.get("/theo-doi/{plan}/viec", watchers, show_board_tasks);
    module.get("/theo-doi/{plan}/mien", excusers, show_excusing);
    module.post("/theo-doi/{plan}/mien", excusers, post_excusing);
    module.get("/theo-doi/{plan}/cham", watchers, show_late);
    add_due_soon(module);
    module.get("/theo-doi/{plan}/cham.docx", watchers, download_late_notice);
    module.post("/theo-doi/{plan}/cham/van-ban", watchers, post_late_document);
    module.get("/theo-doi/{plan}/bang.csv", watchers, export_board_csv);
    module.get("/theo-doi/{plan}/bang.xlsx", watchers, export_board_xlsx);
    module.get("/theo-doi/{plan}/minh-chung.zip", watchers, download_board_pack,
               {.limits = {.seconds = evidence::pack_seconds}});
    module.get("/theo-doi/{plan}/cong-khai", publishers, show_publication);
    module.post("/theo-doi/{plan}/cong-khai", publishers, post_publication);
    module.post("/theo-doi/{plan}/thoi-cong-khai", publishers, post_publication_end);
    module.get("/theo-doi/{plan}/cham-thang", watchers, show_late_month);
    module.post("/theo-doi/{plan}/cham-thang", publishers, post_late_month);
    module.post("/theo-doi/{plan}/cham-thang/rut", publishers, post_late_month_withdrawal);
    module.get("/theo-doi/{plan}/cham-thang.docx", watchers, download_late_letter);
    module.post("/theo-doi/{plan}/cham-thang/van-ban", watchers, post_late_document);
    module.get("/ke-hoach/{plan}/co-quan-cham", http::Access::anyone, show_public_late);
    module.on<plan::PlanPagesAsked>(add_late_page);
    // Shared: the route's handler may be copied, what it holds is one.
    const auto contents = std::make_shared<PublicContents>();
    module.get("/ke-hoach/{plan}/thuc-hien", http::Access::anyone,
               [contents](Context& context, const http::Request& request) {
                   return show_public_board(context, request, *contents);
               });
    module.menu({.text = "Theo dõi", .path = "/theo-doi", .order = 6, .permission = &watch_plans});
    module.on<plan::PlanPagesAsked>(add_public_board);
}

void add_reminders(Module& module)
{
    const auto watchers = http::Access::holder_of(watch_plans.key);
    const auto urgers = http::Access::holder_of(nudge_agencies.key);
    module.permission(nudge_agencies);
    module.get("/theo-doi/{plan}/nhac-viec", watchers, show_reminders);
    module.get("/theo-doi/{plan}/nhac-viec.csv", watchers, export_reminders);
    module.post("/theo-doi/{plan}/nhac-viec", urgers, post_nudge);
    module.get("/tra-loi/{token}", http::Access::anyone, show_answering,
               {.rate = http::RouteRate::code});
    module.post(
        "/tra-loi/{token}", http::Access::anyone, post_answer,
        {.limits = {.upload_bytes = limits::proof_bytes_max, .seconds = proof_upload_seconds},
         .rate = http::RouteRate::code});
    module.job(remind_job, {.attempts_max = remind_attempts_max}, run_remind_job);
    module.audits({"obligation.nudged", "nhắc cơ quan chậm"});
    module.audits({"obligation.reminder.answered", "trả lời nhắc việc từ thư"});
    add_reminder_personal_data(module);
}

Result<std::optional<AuditedPage>> page_of_obligation(database::Transaction& transaction,
                                                      std::int64_t object, Date /*today*/)
{
    const auto obligation = TRY(ObligationStore{transaction}.find(ObligationId{object}));
    const auto work = TRY(work_of(transaction, obligation.plan, obligation.lineage));
    return AuditedPage{.title = work.path + ". " + work.title, .path = task_path(obligation.code)};
}

void add_audited(Module& module)
{
    module.audits({"obligation.result.reported", "báo kết quả của cơ quan"});
    module.audits({"obligation.result.chosen", "chọn việc mà kết quả được tính"});
    module.audits({"obligation.count.undone", "không tính một kết quả cho việc"});
    module.audits({"obligation.count.restored", "tính lại một kết quả cho việc"});
    module.audits({"obligation.count.answered", "cơ quan trả lời về kết quả không được tính"});
    module.audits({"obligation.progress.told", "báo tiến độ của việc"});
    module.audits({"obligation.due.moved", "dời hạn của việc theo lịch làm việc"});
    module.audits({"obligation.sums.renewed", "cộng lại số đã làm của các việc"});
    module.audits_about({"obligation.sums", "số đã làm cộng sẵn", {}});
    module.audits({"obligation.assigned", "giao việc trong cơ quan"});
    module.audits({"obligation.feed.made", "tạo lịch việc của mình"});
    module.audits({"obligation.feed.revoked", "thu hồi lịch việc của mình"});
    module.audits({"obligation.excused", "miễn việc cho cơ quan"});
    module.audits({"obligation.excuse_ended", "thôi miễn việc cho cơ quan"});
    module.audits({"obligation.board.published", "công khai tình hình thực hiện kế hoạch"});
    module.audits({"obligation.board.unpublished", "thôi công khai tình hình thực hiện kế hoạch"});
    module.audits({"obligation.late_month.published", "công bố danh sách cơ quan chậm của tháng"});
    module.audits({"obligation.late_month.withdrawn", "rút danh sách cơ quan chậm của tháng"});
    module.audits_about({"obligation", "việc của cơ quan", page_of_obligation});
    module.audits_about({"obligation.feed", "lịch việc của một người", {}});
}

}  // namespace

Module module()
{
    Module module{"obligation"};
    for (const auto& migration : migrations::all) module.migration(migration.name, migration.text);
    for (const auto& catalogue : messages::all) module.messages(catalogue.text);
    for (const auto* permission : {&see_work, &report_work, &assign_work, &watch_plans,
                                   &excuse_agencies, &judge_counts, &publish_boards})
        module.permission(*permission);
    add_inbox(module);
    add_followed(module);
    add_cascade(module);
    add_proposals(module);
    add_results(module);
    add_saved_views(module);
    add_feeds(module);
    add_boards(module);
    add_obstacles(module);
    add_own_plans(module);
    add_reminders(module);
    add_targets(module);
    add_budget(module);
    add_telling(module);
    add_audited(module);
    add_personal_data(module);
    module.job(generate_job, {}, run_generate_job);
    module.on<organisation::DirectoryChanged>(hear_directory);
    module.on<organisation::CalendarChanged>(recount_due_days);
    module.on<plan::PlanPutInForce>(hear_plan);
    module.on<evidence::FactRecorded>(hear_fact);
    module.on<evidence::FactReviewed>(hear_review);
    module.on<evidence::FactUsesAsked>(tell_uses_of_fact);
    module.check({"obligation.sums", "Số đã làm khớp với các kết quả được tính", check_sums});
    module.check({"obligation.tally", "Bảng cộng theo cơ quan khớp với từng việc", check_tally});
    return module;
}

}  // namespace caicach::obligation
