#include "outgoing/document/register_handlers.hpp"

#include <array>
#include <limits>
#include <utility>

#include "document/csv_writer.hpp"
#include "http/percent.hpp"
#include "outgoing/api.hpp"
#include "outgoing/document/register_views.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/paths.hpp"
#include "outgoing/permissions.hpp"

namespace caicach::outgoing
{
namespace
{

constexpr DocumentId newest{std::numeric_limits<std::int64_t>::max()};

Result<RegisterPage> asked_for(const Context& context, database::Transaction& transaction,
                               const http::Request& request)
{
    constexpr int year_first = 2000;
    constexpr int year_last = 2200;
    const int this_year = context.today().year();
    RegisterPage page;
    page.agency = TRY(
        organisation::agency_asked(context, transaction, request.query("co-quan").value_or("")));
    TRY(context.require(see, organisation::scope_of(page.agency.id)));
    auto& filter = page.filter;
    filter.agency = page.agency.id;
    const auto year = TRY(request.maybe_integer("nam", {year_first, year_last}));
    filter.year = static_cast<int>(year.value_or(this_year));
    filter.kind = TRY(request.maybe_text("loai")).value_or("");
    const auto state = TRY(request.maybe_text("tinh-trang")).value_or("");
    if (document_state_from(state)) filter.state = state;
    filter.search = TRY(request.maybe_text("tim")).value_or("");
    page.is_filtered = !filter.kind.empty() || !filter.state.empty() || filter.year != this_year;
    page.query = "?co-quan=" + http::percent_encoded(page.agency.code) +
                 "&nam=" + std::to_string(filter.year) +
                 "&loai=" + http::percent_encoded(filter.kind) + "&tinh-trang=" + filter.state +
                 "&tim=" + http::percent_encoded(filter.search);
    page.kinds = TRY(document_kinds_on(context.today()));
    return page;
}

Result<http::Response> show_register(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    auto page = TRY(asked_for(context, transaction, request));
    const auto before = TRY(request.maybe_integer("truoc", {.lowest = 1}));
    page.documents = TRY(DocumentStore{transaction}.register_of(
        page.filter, before ? DocumentId{*before} : newest, limits::page_rows + 1));
    if (page.documents.size() > limits::page_rows) {
        page.documents.pop_back();
        page.next_path = register_path() + page.query +
                         "&truoc=" + std::to_string(page.documents.back().id.value);
    }
    page.agencies = TRY(organisation::agencies_on(transaction, context.today()));
    std::erase_if(page.agencies, [&](const organisation::AgencySummary& one) {
        return !context.may(see, organisation::scope_of(one.id));
    });
    page.may_write = may_write(context, page.agency.id);
    return register_page(context, page);
}

Result<http::Response> export_register(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto page = TRY(asked_for(context, transaction, request));
    const auto documents =
        TRY(DocumentStore{transaction}.register_of(page.filter, newest, limits::csv_rows_max));
    document::CsvWriter csv;
    constexpr std::array<std::string_view, 7> head{
        "Số, ký hiệu", "Ngày", "Loại", "Trích yếu", "Tình trạng", "Lý do thu hồi", "Mã"};
    csv.add_row(head);
    for (const auto& one : documents) {
        const std::array<std::string, 7> row{
            one.number ? number_of(one) : std::string{},
            one.issued_on ? one.issued_on->vietnamese() : std::string{},
            kind_name(page.kinds, one.kind),
            one.subject,
            std::string(text_of(one.state)),
            one.reason,
            one.code};
        csv.add_row(row);
    }
    http::Response response{200, "text/csv; charset=utf-8", csv.take()};
    return response.set_download_name("Sổ đăng ký văn bản đi " + std::to_string(page.filter.year) +
                                      ".csv");
}

}  // namespace

void add_register(Module& module)
{
    const auto readers = http::Access::holder_of(see.key);
    module.get("/van-ban-di", readers, show_register);
    module.get("/van-ban-di.csv", readers, export_register);
    module.menu({.text = "Văn bản đi", .path = "/van-ban-di", .order = 30, .permission = &see});
}

}  // namespace caicach::outgoing
