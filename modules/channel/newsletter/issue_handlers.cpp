#include "channel/newsletter/issue_handlers.hpp"

#include <utility>

#include "calendar/moment.hpp"
#include "channel/limits.hpp"
#include "channel/newsletter/archive_views.hpp"
#include "channel/newsletter/composing.hpp"
#include "channel/newsletter/issue_page_handlers.hpp"
#include "channel/newsletter/releasing.hpp"
#include "channel/paths.hpp"
#include "channel/permissions.hpp"
#include "channel/sql.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

Result<http::Response> show_issue(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    return issue_page_with(context, transaction, request, {}, {});
}

Result<http::Response> show_preview(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto issue = TRY(seen_issue(context, transaction, request));
    const auto edition = TRY(edition_of(context, transaction, issue));
    return edition_page(context, edition, EditionFor::approval);
}

Result<void> text_deed(Context& context, database::Transaction& transaction,
                       const http::Request& request, const Issue& issue)
{
    IssueText text;
    text.title = TRY(request.text("title", limits::title_length_max));
    text.opening = TRY(request.paragraphs("opening", limits::opening_length_max));
    return change_issue(context, transaction, issue, text);
}

Result<void> submit_deed(Context& context, database::Transaction& transaction,
                         const http::Request& /*request*/, const Issue& issue)
{
    return submit_issue(context, transaction, issue);
}

Result<void> take_back_deed(Context& context, database::Transaction& transaction,
                            const http::Request& /*request*/, const Issue& issue)
{
    return take_back_issue(context, transaction, issue);
}

Result<void> hold_deed(Context& context, database::Transaction& transaction,
                       const http::Request& /*request*/, const Issue& issue)
{
    return hold_issue(context, transaction, issue);
}

Result<void> send_back_deed(Context& context, database::Transaction& transaction,
                            const http::Request& request, const Issue& issue)
{
    auto reason = TRY(request.paragraphs("reason", limits::reason_length_max));
    return send_back_issue(context, transaction, issue, std::move(reason));
}

Result<void> approve_deed(Context& context, database::Transaction& transaction,
                          const http::Request& request, const Issue& issue)
{
    constexpr int usual_hour = 8;
    constexpr int hour_minutes = 60;
    const auto day = TRY(request.maybe_date("release_on"));
    const auto hour = TRY(request.maybe_integer("release_hour", {.lowest = 0, .highest = 23}));
    if (!day) return approve_issue(context, transaction, issue, std::nullopt);
    const auto minute = static_cast<int>(hour.value_or(usual_hour)) * hour_minutes;
    return approve_issue(context, transaction, issue, instant_at(*day, minute));
}

Result<http::Response> post_text(Context& context, const http::Request& request)
{
    return do_to_issue(context, request, text_deed, "channel.issue.was_changed");
}

Result<http::Response> post_submission(Context& context, const http::Request& request)
{
    return do_to_issue(context, request, submit_deed, "channel.issue.was_submitted");
}

Result<http::Response> post_take_back(Context& context, const http::Request& request)
{
    return do_to_issue(context, request, take_back_deed, "channel.issue.was_taken_back");
}

Result<http::Response> post_hold(Context& context, const http::Request& request)
{
    return do_to_issue(context, request, hold_deed, "channel.issue.was_held");
}

Result<http::Response> post_return(Context& context, const http::Request& request)
{
    return do_to_issue(context, request, send_back_deed, "channel.issue.was_sent_back");
}

Result<http::Response> post_approval(Context& context, const http::Request& request)
{
    return do_to_issue(context, request, approve_deed, "channel.issue.was_approved");
}

Result<http::Response> post_discarding(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    auto issue = TRY(seen_issue(context, transaction, request));
    issue.version = TRY(request.integer("version"));
    TRY(discard_issue(context, transaction, issue));
    TRY(transaction.commit());
    return web::redirect_with(composing_path(), "channel.issue.was_discarded");
}

Result<std::optional<AuditedPage>> page_of_issue(database::Transaction& transaction,
                                                 std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::issue_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("title"),
                               .path = composing_path(row.text("code"))};
        },
        object);
}

void add_issue_audits(Module& module)
{
    module.audits({"channel.issue.drafted", "mở số bản tin"});
    module.audits({"channel.issue.changed", "sửa số bản tin"});
    module.audits({"channel.issue.discarded", "bỏ số bản tin chưa phát hành"});
    module.audits({"channel.issue.submitted", "gửi duyệt số bản tin"});
    module.audits({"channel.issue.taken_back", "lấy lại số bản tin đã gửi duyệt"});
    module.audits({"channel.issue.sent_back", "trả lại số bản tin"});
    module.audits({"channel.issue.approved", "duyệt số bản tin"});
    module.audits({"channel.issue.held", "hoãn phát hành số bản tin đã duyệt"});
    module.audits({"channel.issue.sent", "phát hành số bản tin"});
    module.audits_about({issue_object, "số bản tin", page_of_issue});
}

}  // namespace

void add_issues(Module& module)
{
    const auto composers = http::Access::holder_of(compose_issues.key);
    const auto releasers = http::Access::holder_of(release_issues.key);
    module.get("/soan-ban-tin/{issue}", http::Access::signed_in, show_issue);
    module.get("/soan-ban-tin/{issue}/xem-truoc", http::Access::signed_in, show_preview);
    module.post("/soan-ban-tin/{issue}/noi-dung", composers, post_text);
    module.post("/soan-ban-tin/{issue}/gui", composers, post_submission);
    module.post("/soan-ban-tin/{issue}/lay-lai", composers, post_take_back);
    module.post("/soan-ban-tin/{issue}/bo", composers, post_discarding);
    module.post("/soan-ban-tin/{issue}/tra-lai", releasers, post_return);
    module.post("/soan-ban-tin/{issue}/hoan", releasers, post_hold);
    module.post("/soan-ban-tin/{issue}/duyet", releasers, post_approval);
    add_issue_audits(module);
}

}  // namespace caicach::channel
