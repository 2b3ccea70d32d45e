#include "channel/media/press_handlers.hpp"

#include <utility>

#include "calendar/moment.hpp"
#include "channel/agency_asked.hpp"
#include "channel/media/limits.hpp"
#include "channel/media/paths.hpp"
#include "channel/media/permissions.hpp"
#include "channel/media/press_views.hpp"
#include "channel/sql.hpp"
#include "once/once.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view press_purpose = "channel.press";

Result<http::Response> press_list_with(Context& context, std::string_view agency_code,
                                       PressListPage page)
{
    auto transaction = TRY(context.read());
    page.agency = TRY(agency_asked(context, transaction, agency_code));
    TRY(context.require(answer_press, organisation::scope_of(page.agency.id)));
    page.agencies = TRY(agencies_with(context, transaction, answer_press));
    page.requests = TRY(PressStore{transaction}.of_agency(page.agency.id, media_limits::list_rows));
    page.outlets = TRY(OutletStore{transaction}.all());
    page.taken_keys =
        TRY(once::last_keys(transaction, press_purpose, context.actor().account.value));
    if (page.key.empty()) page.key = once::new_key();
    return press_list_page(context, page);
}

Result<http::Response> show_press_list(Context& context, const http::Request& request)
{
    PressListPage page;
    page.form.set("asked_on", context.today().vietnamese());
    page.form.set("manner", std::string(key_of(PressManner::written)));
    return press_list_with(context, request.query("co-quan").value_or(""), std::move(page));
}

Result<TypedPressRequest> read_press_request(const http::Request& request)
{
    TypedPressRequest typed;
    typed.outlet = TRY(request.text("outlet", media_limits::outlet_length_max));
    typed.adds_outlet = request.checked("adds_outlet");
    typed.journalist = TRY(request.text("journalist", media_limits::journalist_length_max));
    typed.manner = TRY(press_manner_from(request.raw("manner")));
    typed.asked_on = TRY(request.date("asked_on"));
    typed.subject = TRY(request.text("subject", media_limits::title_length_max));
    typed.question = TRY(request.paragraphs("question", media_limits::question_length_max));
    return typed;
}

/// The path of the request that the form noted.
Result<std::string> noted(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.begin());
    const auto agency = TRY(agency_asked(context, transaction, request.raw("agency")));
    TRY(context.require(answer_press, organisation::scope_of(agency.id)));
    auto key = TRY(once::key_from(request.raw(once::field)));
    const auto typed = TRY(read_press_request(request));
    const once::Sending sending{
        .purpose = std::string{press_purpose},
        .owner = context.actor().account.value,
        .key = std::move(key),
        .content_sha256 =
            once::content_of({agency.code, typed.outlet, typed.journalist, key_of(typed.manner),
                              typed.asked_on.iso(), typed.subject, typed.question})};
    const auto note = [&]() -> Result<std::string> {
        const auto made = TRY(note_press_request(context, transaction, agency.id, typed));
        return press_path(made.code);
    };
    auto path = TRY(once::run(transaction, sending, context.now(), note));
    TRY(transaction.commit());
    return path;
}

Result<http::Response> post_press_request(Context& context, const http::Request& request)
{
    const auto path = noted(context, request);
    if (path) return web::redirect_with(*path, "channel.press.was_noted");
    const std::string key{request.raw(once::field)};
    const auto error = once::said_of_keyed_form(path.error(), key);
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    PressListPage page{.form = http::Form(request), .fault = web::fault_of(context, error)};
    // What was sent under that key stands: the same form means another request from now on.
    if (error.key != "once.sent_before") page.key = key;
    return press_list_with(context, request.raw("agency"), std::move(page));
}

/// The one in the path, for who answers for its agency.
Result<PressRequest> seen_request(const Context& context, database::Transaction& transaction,
                                  const http::Request& request)
{
    const auto code = TRY(request.path<std::string>("press_request"));
    auto found = TRY(PressStore{transaction}.find(code));
    TRY(context.require(answer_press, organisation::scope_of(found.agency)));
    return found;
}

Result<http::Response> press_page_with(Context& context, const http::Request& request,
                                       PressPage page)
{
    auto transaction = TRY(context.read());
    page.request = TRY(seen_request(context, transaction, request));
    const auto agency =
        TRY(organisation::agency_by_id(transaction, page.request.agency, page.request.asked_on));
    page.agency = agency.name;
    if (page.request.taken_by) {
        const auto taker = TRY(identity::account_by_id(transaction, page.request.taken_by));
        page.taken_by = taker.name;
    }
    return press_page(context, page);
}

Result<http::Response> show_press_request(Context& context, const http::Request& request)
{
    PressPage page;
    page.form.set("answered_on", context.today().vietnamese());
    return press_page_with(context, request, std::move(page));
}

using PressDeed = Result<void> (*)(Context&, database::Transaction&, const http::Request&,
                                   PressRequest);

Result<std::string> done_to_request(Context& context, const http::Request& request, PressDeed deed)
{
    auto transaction = TRY(context.begin());
    auto found = TRY(seen_request(context, transaction, request));
    found.version = TRY(request.integer("version"));
    auto path = press_path(found.code);
    TRY(deed(context, transaction, request, std::move(found)));
    TRY(transaction.commit());
    return path;
}

Result<http::Response> after_deed(Context& context, const http::Request& request, PressDeed deed,
                                  std::string_view said)
{
    const auto path = done_to_request(context, request, deed);
    if (path) return web::redirect_with(*path, said);
    if (!web::is_about_form(path.error())) return tl::unexpected<Error>(path.error());
    return press_page_with(
        context, request,
        {.form = http::Form(request), .fault = web::fault_of(context, path.error())});
}

Result<void> take_deed(Context& context, database::Transaction& transaction,
                       const http::Request& /*request*/, PressRequest found)
{
    return take_press_request(context, transaction, std::move(found));
}

Result<void> answer_deed(Context& context, database::Transaction& transaction,
                         const http::Request& request, PressRequest found)
{
    auto answer = TRY(request.paragraphs("answer", media_limits::answer_length_max));
    const auto day = TRY(request.date("answered_on"));
    return answer_press_request(context, transaction, std::move(found), std::move(answer), day);
}

Result<void> decline_deed(Context& context, database::Transaction& transaction,
                          const http::Request& request, PressRequest found)
{
    auto reason = TRY(request.maybe_text("reason", media_limits::reason_length_max)).value_or("");
    return decline_press_request(context, transaction, std::move(found), std::move(reason));
}

Result<http::Response> post_press_taking(Context& context, const http::Request& request)
{
    return after_deed(context, request, take_deed, "channel.press.was_taken");
}

Result<http::Response> post_press_answer(Context& context, const http::Request& request)
{
    return after_deed(context, request, answer_deed, "channel.press.was_answered");
}

Result<http::Response> post_press_decline(Context& context, const http::Request& request)
{
    return after_deed(context, request, decline_deed, "channel.press.was_declined");
}

Result<std::optional<AuditedPage>> page_of_press_request(database::Transaction& transaction,
                                                         std::int64_t object, Date /*today*/)
{
    return transaction.maybe_one(
        sql::press_request_page,
        [](const database::Row& row) {
            return AuditedPage{.title = row.string("subject"),
                               .path = press_path(row.text("code"))};
        },
        object);
}

Result<PersonalDataSection::Rows> press_rows(Context& /*context*/,
                                             database::Transaction& transaction, AccountId account)
{
    return transaction.all(
        sql::press_requests_of_account,
        [](const database::Row& row) {
            return PersonalDataSection::Rows::value_type{
                vietnamese_moment(row.instant("made_at")), row.string("subject"),
                row.text("state") == key_of(PressState::open) ? "Chưa xong" : "Đã xong"};
        },
        account);
}

void add_press_personal_data(Module& module)
{
    module.personal_data({.key = "yeu-cau-bao-chi",
                          .title = "Yêu cầu của báo chí đã ghi, đã nhận (5.000 lần gần nhất)",
                          .columns = {"Lúc ghi", "Nội dung", "Tình trạng"},
                          .rows = press_rows,
                          .kept = "Giữ nguyên vì là hồ sơ trả lời của cơ quan; tên người không ghi "
                                  "kèm, chỉ có số của tài khoản.",
                          .tables = {"channel_press_request"}});
}

}  // namespace

void add_press(Module& module)
{
    module.permission(answer_press);
    const auto answerers = http::Access::holder_of(answer_press.key);
    module.get("/bao-chi", answerers, show_press_list);
    module.post("/bao-chi", answerers, post_press_request);
    module.get("/bao-chi/{press_request}", answerers, show_press_request);
    module.post("/bao-chi/{press_request}/nhan", answerers, post_press_taking);
    module.post("/bao-chi/{press_request}/tra-loi", answerers, post_press_answer);
    module.post("/bao-chi/{press_request}/khong-tra-loi", answerers, post_press_decline);
    module.menu({.text = "Yêu cầu của báo chí",
                 .path = "/bao-chi",
                 .order = 52,
                 .permission = &answer_press});
    module.audits({"channel.press.noted", "ghi yêu cầu của báo chí"});
    module.audits({"channel.press.taken", "nhận trả lời yêu cầu của báo chí"});
    module.audits({"channel.press.answered", "ghi đã trả lời báo chí"});
    module.audits({"channel.press.declined", "kết thúc yêu cầu của báo chí, không trả lời"});
    module.audits_about({press_object, "yêu cầu của báo chí", page_of_press_request});
    add_press_personal_data(module);
}

}  // namespace caicach::channel
