#include "channel/media/placement_list_handlers.hpp"

#include <array>
#include <utility>

#include "channel/agency_asked.hpp"
#include "channel/media/limits.hpp"
#include "channel/media/paths.hpp"
#include "channel/media/permissions.hpp"
#include "channel/media/placement_list_views.hpp"
#include "channel/media/placement_request.hpp"
#include "document/csv_writer.hpp"
#include "http/percent.hpp"
#include "once/once.hpp"
#include "web/components/frame.hpp"

namespace caicach::channel
{
namespace
{

constexpr std::string_view purpose = "channel.placement";

std::string text_of_place(const Placement& last)
{
    return last.happened_on.iso() + "." + std::to_string(last.id.value);
}

/// Behind which row the page goes on; the newest one where it says nothing.
void read_place(std::string_view text, PlacementQuery& query)
{
    query.before_day = *Date::create(9999, 12, 31);
    query.before = PlacementId{};
    const auto place = evidence::place_from(text);
    if (!place) return;
    query.before_day = place->happened_on;
    query.before = PlacementId{place->id.value};
}

Result<void> read_filters(const Context& context, const http::Request& request,
                          PlacementListPage& page)
{
    page.query.kind = request.query("loai").value_or("");
    page.query.state = request.query("tinh-trang").value_or("");
    page.query.from = organisation::first_day();
    page.query.to = context.today();
    read_place(request.query("truoc").value_or(""), page.query);
    const auto from = TRY(request.maybe_date("tu"));
    const auto to = TRY(request.maybe_date("den"));
    page.query.from = from.value_or(page.query.from);
    page.query.to = to.value_or(page.query.to);
    if (page.query.to < page.query.from)
        return failure(Failure::invalid, "channel.placement.days_backwards", "den");
    return {};
}

std::string filters_of(const PlacementListPage& page)
{
    auto text = "?co-quan=" + http::percent_encoded(page.agency.code);
    if (!page.query.kind.empty()) text += "&loai=" + http::percent_encoded(page.query.kind);
    if (!page.query.state.empty()) text += "&tinh-trang=" + http::percent_encoded(page.query.state);
    if (!page.from.empty()) text += "&tu=" + http::percent_encoded(page.from);
    if (!page.to.empty()) text += "&den=" + http::percent_encoded(page.to);
    return text;
}

/// Whose log, and what of it is asked for.
Result<PlacementListPage> asked_page(const Context& context, database::Transaction& transaction,
                                     const http::Request& request)
{
    PlacementListPage page;
    page.agency = TRY(agency_asked(context, transaction, request.query("co-quan").value_or("")));
    if (!may_see_placements(context, page.agency.id))
        TRY(context.require(log_placements, organisation::scope_of(page.agency.id)));
    page.query.agency = page.agency.id;
    page.kinds = TRY(placement_kinds_on(context.today()));
    page.from = request.query("tu").value_or("");
    page.to = request.query("den").value_or("");
    return page;
}

Result<http::Response> show_placements(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto page = TRY(asked_page(context, transaction, request));
    page.agencies = TRY(agencies_with(context, transaction, log_placements));
    page.may_keep_outlets = context.may(keep_outlets, ScopeId{});
    const auto read = read_filters(context, request, page);
    page.csv_path = placements_csv_path() + filters_of(page);
    if (!read) {
        page.fault = web::fault_of(context, read.error());
        return placement_list_page(context, page);
    }
    PlacementStore store{transaction};
    page.waiting = TRY(store.waiting(page.agency.id));
    page.query.limit = media_limits::list_rows + 1;
    page.placements = TRY(store.list(page.query));
    if (page.placements.size() > static_cast<std::size_t>(media_limits::list_rows)) {
        page.placements.pop_back();
        page.next_path = placements_path() + filters_of(page) +
                         "&truoc=" + text_of_place(page.placements.back());
    }
    return placement_list_page(context, page);
}

Result<http::Response> export_placements(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto page = TRY(asked_page(context, transaction, request));
    TRY(read_filters(context, request, page));
    page.query.limit = media_limits::csv_rows;
    page.placements = TRY(PlacementStore{transaction}.list(page.query));
    document::CsvWriter csv;
    constexpr std::array<std::string_view, 8> head{
        "Ngày", "Loại",     "Báo, đài, trang", "Tên bài, chương trình",
        "Phút", "Liên kết", "SHA-256 của tệp", "Tình trạng"};
    csv.add_row(head);
    for (const auto& one : page.placements) {
        const std::array<std::string, 8> row{
            one.happened_on.vietnamese(),
            std::string(placement_kind_text(page.kinds, one.kind)),
            one.outlet_name,
            one.title,
            one.minutes > 0 ? std::to_string(one.minutes) : std::string{},
            one.link,
            one.file_sha256,
            std::string(text_of(one.state))};
        csv.add_row(row);
    }
    http::Response response{200, "text/csv; charset=utf-8", csv.take()};
    response.set_download_name("nhat-ky-dang-phat.csv");
    return response;
}

Result<void> fill_new(const Context& context, database::Transaction& transaction,
                      std::string_view agency_code, NewPlacementPage& page)
{
    page.agency = TRY(agency_asked(context, transaction, agency_code));
    TRY(context.require(log_placements, organisation::scope_of(page.agency.id)));
    page.agencies = TRY(agencies_with(context, transaction, log_placements));
    page.kinds = TRY(placement_kinds_on(context.today()));
    page.outlets = TRY(OutletStore{transaction}.all());
    page.taken_keys = TRY(once::last_keys(transaction, purpose, context.actor().account.value));
    if (page.key.empty()) page.key = once::new_key();
    return {};
}

/// Who logs one thing after the other finds kind and place as they were.
Result<http::Response> show_new_placement(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    NewPlacementPage page;
    page.form.set("happened_on", context.today().vietnamese());
    page.form.set("kind", std::string(request.query("loai").value_or("")));
    page.form.set("outlet", std::string(request.query("noi").value_or("")));
    TRY(fill_new(context, transaction, request.query("co-quan").value_or(""), page));
    return new_placement_page(context, page);
}

/// Before a file is taken in: whether the person may log for that agency at all.
Result<organisation::AgencySummary> agency_to_log_for(Context& context,
                                                      const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto agency = TRY(agency_asked(context, transaction, request.raw("agency")));
    TRY(context.require(log_placements, organisation::scope_of(agency.id)));
    return agency;
}

/// The path of the placement that the form logged.
Result<std::string> logged(Context& context, const http::Request& request)
{
    const auto agency = TRY(agency_to_log_for(context, request));
    auto key = TRY(once::key_from(request.raw(once::field)));
    const auto typed = TRY(read_placement(context, request));
    const once::Sending sending{
        .purpose = std::string{purpose},
        .owner = context.actor().account.value,
        .key = std::move(key),
        .content_sha256 = once::content_of(
            {agency.code, typed.kind, typed.outlet, typed.happened_on.iso(), typed.title,
             std::to_string(typed.minutes.value_or(0)), typed.link, typed.article,
             typed.file ? typed.file->original_sha256 : std::string_view{}})};
    auto transaction = TRY(context.begin());
    const auto log = [&]() -> Result<std::string> {
        const auto placement = TRY(log_placement(context, transaction, agency.id, typed));
        return placement_path(placement.code);
    };
    auto path = TRY(once::run(transaction, sending, context.now(), log));
    TRY(transaction.commit());
    return path;
}

Result<http::Response> post_placement(Context& context, const http::Request& request)
{
    const auto path = logged(context, request);
    if (path) return web::redirect_with(*path, "channel.placement.was_logged");
    const std::string key{request.raw(once::field)};
    const auto error = once::said_of_keyed_form(path.error(), key);
    if (!web::is_about_form(error)) return tl::unexpected<Error>(error);
    auto transaction = TRY(context.read());
    NewPlacementPage page{.form = http::Form(request), .fault = web::fault_of(context, error)};
    // What was sent under that key stands: the same form means another placement from now on.
    if (error.key != "once.sent_before") page.key = key;
    TRY(fill_new(context, transaction, request.raw("agency"), page));
    return new_placement_page(context, page);
}

}  // namespace

void add_placement_list(Module& module)
{
    constexpr int upload_seconds = 300;
    const auto loggers = http::Access::holder_of(log_placements.key);
    for (const auto* permission : {&log_placements, &confirm_placements, &keep_outlets})
        module.permission(*permission);
    module.get("/nhat-ky-dang-phat", loggers, show_placements);
    module.post(
        "/nhat-ky-dang-phat", loggers, post_placement,
        {.limits = {.upload_bytes = media_limits::file_bytes_max, .seconds = upload_seconds}});
    module.get("/nhat-ky-dang-phat/bang.csv", loggers, export_placements);
    module.get("/nhat-ky-dang-phat/moi", loggers, show_new_placement);
    module.menu({.text = "Nhật ký đăng, phát",
                 .path = "/nhat-ky-dang-phat",
                 .order = 51,
                 .permission = &log_placements});
}

}  // namespace caicach::channel
