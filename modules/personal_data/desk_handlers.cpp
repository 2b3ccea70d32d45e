#include "personal_data/desk_handlers.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/csv_writer.hpp"
#include "personal_data/desk.hpp"
#include "personal_data/desk_views.hpp"
#include "personal_data/limits.hpp"
#include "personal_data/paths.hpp"
#include "personal_data/permissions.hpp"
#include "personal_data/request_store.hpp"
#include "personal_data/state_views.hpp"
#include "web/components/fault.hpp"
#include "web/components/frame.hpp"

namespace caicach::personal_data
{

namespace
{

/// Those of the branches where the actor sits at a desk.
Result<std::vector<DataRequest>> visible(const Context& context, database::Transaction& transaction,
                                         bool is_answered)
{
    RequestStore store{transaction};
    auto found = is_answered ? store.answered() : store.open();
    auto all = TRY(std::move(found));
    std::erase_if(all, [&](const DataRequest& request) {
        return !context.may(receive_requests, organisation::scope_of(request.agency));
    });
    if (!is_answered) std::ranges::stable_sort(all, {}, &DataRequest::due);
    return all;
}

Result<http::Response> request_with(Context& context, const http::Request& request,
                                    std::optional<Error> error)
{
    auto transaction = TRY(context.read());
    RequestPage page{.error = std::move(error)};
    page.request = TRY(request_in(context, transaction, request, receive_requests));
    const auto agency =
        TRY(organisation::agency_by_id(transaction, page.request.agency, context.today()));
    page.agency = agency.name;
    const auto clocks = TRY(Clocks::load(transaction));
    page.rule = TRY(clocks.rule(page.request.kind, page.request.received_on));
    page.extendable_to = clocks.extended(page.rule, page.request.finish_by);
    if (page.request.answered_on)
        page.signatures = TRY(
            identity::signatures_on(transaction, page.request.agency, *page.request.answered_on));
    page.may_answer = context.may(answer_requests, organisation::scope_of(page.request.agency));
    page.typed = {.answer = std::string(request.raw("answer")),
                  .outcome = std::string(request.raw("outcome")),
                  .name = std::string(request.raw("name")),
                  .user_name = std::string(request.raw("user_name")),
                  .until = std::string(request.raw("until")),
                  .reason = std::string(request.raw("reason"))};
    note(context, page.request);
    return request_page(context, page);
}

/// Finds, does, commits; a refused form is shown anew with its fault.
template <class Step>
Result<http::Response> step(Context& context, const http::Request& request, std::string_view said,
                            const Step& take)
{
    const auto done = [&]() -> Result<std::string> {
        auto transaction = TRY(context.begin());
        auto found = TRY(request_in(context, transaction, request, answer_requests));
        TRY(take(transaction, found));
        TRY(transaction.commit());
        return found.code;
    }();
    if (done) return web::redirect_with(request_path(*done), said);
    if (!web::is_about_form(done.error())) return tl::unexpected<Error>(done.error());
    return request_with(context, request, done.error());
}

Result<NewRequest> paper_in(const Context& context, const http::Request& request)
{
    const auto kind = kind_from_key(request.raw("kind"));
    if (!kind) return failure(Failure::invalid, "personal_data.request.kind_missing", "kind");
    NewRequest filed{.kind = *kind, .agency = organisation::agency_of(context.actor().agency)};
    filed.asker = TRY(request.maybe_text("asker", limits::name_length_max)).value_or("");
    filed.contact = TRY(request.maybe_text("contact", limits::contact_length_max)).value_or("");
    filed.wish = TRY(request.paragraphs("wish", limits::wish_length_max));
    filed.received_on = TRY(request.maybe_date("received_on")).value_or(context.today());
    return filed;
}

Result<std::string> filed_on_paper(Context& context, const http::Request& request)
{
    TRY(context.require(receive_requests, context.actor().agency));
    const auto wanted = TRY(paper_in(context, request));
    auto transaction = TRY(context.begin());
    auto filed = TRY(receive(context, transaction, wanted));
    TRY(transaction.commit());
    return std::move(filed.code);
}

Result<Answer> answer_in(const http::Request& request)
{
    const auto outcome = request.raw("outcome");
    if (outcome != "done" && outcome != "refused")
        return failure(Failure::invalid, "personal_data.request.outcome_missing", "outcome");
    Answer given{.is_done = outcome == "done", .is_checked = request.checked("checked")};
    given.words = TRY(request.paragraphs("answer", limits::answer_length_max));
    given.correction.name = TRY(request.maybe_text("name", limits::name_length_max)).value_or("");
    given.correction.user_name =
        TRY(request.maybe_text("user_name", limits::name_length_max)).value_or("");
    return given;
}

constexpr std::array<std::string_view, 8> heading{
    "Mã",        "Yêu cầu",      "Người yêu cầu", "Tình trạng",
    "Ngày nhận", "Hạn xác nhận", "Hạn thực hiện", "Quá hạn"};

}  // namespace

Result<DataRequest> request_in(const Context& context, database::Transaction& transaction,
                               const http::Request& request, const Permission& permission)
{
    const auto code = TRY(request.path<std::string>("request"));
    auto found = TRY(RequestStore{transaction}.find(code));
    if (!context.may(permission, organisation::scope_of(found.agency)))
        return failure(Failure::not_found, "personal_data.request.not_found");
    return found;
}

void note(Context& context, const DataRequest& request)
{
    context.note_reading("personal_data.request", request.id.value);
    if (request.account) context.note_reading("account", request.account->value);
}

Result<http::Response> show_requests(Context& context, const http::Request& request)
{
    const bool is_answered = request.query("muc").value_or("") == "da-tra-loi";
    const auto first = TRY(request.maybe_integer("tu", {.lowest = 0})).value_or(0);
    auto transaction = TRY(context.read());
    auto all = TRY(visible(context, transaction, is_answered));
    RequestsPage page{.is_answered = is_answered, .found = all.size()};
    page.overdue = static_cast<std::size_t>(std::ranges::count_if(
        all, [&](const auto& one) { return one.is_overdue(context.today()); }));
    page.first = std::min(static_cast<std::size_t>(first), all.size());
    const auto last = std::min(page.first + limits::requests_per_page, all.size());
    for (auto at = page.first; at < last; ++at) {
        note(context, all[at]);
        page.requests.push_back(std::move(all[at]));
    }
    return requests_page(context, page);
}

Result<http::Response> export_requests(Context& context, const http::Request& /*request*/)
{
    auto transaction = TRY(context.read());
    const auto all = TRY(visible(context, transaction, false));
    document::CsvWriter writer;
    writer.add_row(heading);
    for (const auto& one : all) {
        note(context, one);
        writer.add_row(std::array<std::string, heading.size()>{
            one.code, std::string(text_of(one.kind)), one.asker, std::string(text_of(one.state)),
            one.received_on.vietnamese(), one.acknowledge_by.vietnamese(),
            one.finish_by.vietnamese(), std::string(overdue_text(one, context.today()))});
    }
    auto response = http::Response(200, "text/csv; charset=utf-8", writer.text());
    return response.set_download_name("Yêu cầu về dữ liệu cá nhân " + context.today().iso() +
                                      ".csv");
}

Result<http::Response> show_new_request(Context& context, const http::Request& /*request*/)
{
    return new_request_page(context, {.received_on = context.today().vietnamese()});
}

Result<http::Response> post_request(Context& context, const http::Request& request)
{
    const auto code = filed_on_paper(context, request);
    if (code) return web::redirect_with(request_path(*code), "personal_data.request.filed");
    if (!web::is_about_form(code.error())) return tl::unexpected<Error>(code.error());
    return new_request_page(context, {.kind = std::string(request.raw("kind")),
                                      .asker = std::string(request.raw("asker")),
                                      .contact = std::string(request.raw("contact")),
                                      .wish = std::string(request.raw("wish")),
                                      .received_on = std::string(request.raw("received_on")),
                                      .error = code.error()});
}

Result<http::Response> show_request(Context& context, const http::Request& request)
{
    return request_with(context, request, {});
}

Result<http::Response> post_acknowledgement(Context& context, const http::Request& request)
{
    return step(context, request, "personal_data.request.acknowledged",
                [&](database::Transaction& transaction, DataRequest& found) {
                    return acknowledge(context, transaction, found, request.checked("others"));
                });
}

Result<http::Response> post_extension(Context& context, const http::Request& request)
{
    return step(context, request, "personal_data.request.extended",
                [&](database::Transaction& transaction, DataRequest& found) -> Result<void> {
                    const auto until = TRY(request.date("until"));
                    const auto reason = TRY(request.text("reason", limits::reason_length_max));
                    return extend(context, transaction, found, until, reason);
                });
}

Result<http::Response> post_answer(Context& context, const http::Request& request)
{
    return step(context, request, "personal_data.request.answered",
                [&](database::Transaction& transaction, DataRequest& found) -> Result<void> {
                    const auto given = TRY(answer_in(request));
                    return answer(context, transaction, found, given);
                });
}

}  // namespace caicach::personal_data
