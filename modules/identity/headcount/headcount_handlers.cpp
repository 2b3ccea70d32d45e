#include "identity/headcount/headcount_handlers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "database/transaction.hpp"
#include "document/csv_writer.hpp"
#include "identity/agency_field.hpp"
#include "identity/headcount/headcount_entry.hpp"
#include "identity/headcount/headcount_views.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "web/components/frame.hpp"

namespace caicach::identity
{

namespace
{

constexpr std::size_t table_length_max = 200'000;  ///< characters pasted

bool reaches(const Context& context, organisation::AgencyId agency)
{
    return context.may(manage_headcount, organisation::scope_of(agency));
}

Result<HeadcountPage> page_of(const Context& context, database::Transaction& transaction,
                              const http::Request& request)
{
    HeadcountPage page{.day = context.today()};
    const auto typed = request.query("ngay").value_or("");
    if (const auto iso = Date::from_iso(typed)) page.day = *iso;
    if (const auto vietnamese = Date::from_vietnamese(typed)) page.day = *vietnamese;
    if (request.query("theo") == "nay") page.reckoning = Reckoning::as_now;
    const auto as_of =
        page.reckoning == Reckoning::as_now ? std::max(page.day, context.today()) : page.day;
    auto all = TRY(headcounts_as_of(transaction, page.day, as_of));
    for (auto& headcount : all) {
        if (!reaches(context, headcount.agency)) continue;
        auto agency = TRY(organisation::agency_by_id(transaction, headcount.agency, as_of));
        page.sum.add(headcount);
        page.rows.push_back({std::move(agency), std::move(headcount)});
    }
    page.agencies = TRY(organisation::agencies_on(transaction, context.today()));
    std::erase_if(page.agencies, [&](const organisation::AgencySummary& agency) {
        return !reaches(context, agency.id);
    });
    return page;
}

Result<http::Response> form_page(const Context& context, database::Transaction& transaction,
                                 const http::Request& request, http::Form form)
{
    auto page = TRY(page_of(context, transaction, request));
    page.form = std::move(form);
    return headcount_page(context, page);
}

/// What is wrong, a sentence a line: "Dòng 3: …".
Error fault_of(const Context& context, const PastedHeadcounts& pasted)
{
    std::string told;
    for (const auto& [line, error] : pasted.faults)
        told += fmt::format("{}Dòng {}: {}", told.empty() ? "" : " ", line, context.message(error));
    return {Failure::invalid, "identity.headcount.table", "table", {std::move(told)}, {}};
}

}  // namespace

Result<http::Response> show_headcount(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    http::Form form;
    form.set("from", context.today().vietnamese());
    return form_page(context, transaction, request, std::move(form));
}

Result<http::Response> export_headcount(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto page = TRY(page_of(context, transaction, request));
    document::CsvWriter writer;
    std::vector<std::string> heading{"Mã cơ quan", "Cơ quan"};
    const auto categories = staff_categories_on(page.day);
    for (const auto& category : categories) heading.push_back(category.text);
    heading.emplace_back("Cộng");
    writer.add_row(heading);
    for (const auto& row : page.rows) {
        std::vector<std::string> cells{row.agency.code, row.agency.name};
        for (const auto& category : categories)
            cells.push_back(std::to_string(row.headcount.of(category.key)));
        cells.push_back(std::to_string(row.headcount.total()));
        writer.add_row(cells);
    }
    http::Response response;
    response.type = "text/csv; charset=utf-8";
    response.body = writer.take();
    return response.set_download_name("Số người làm việc " + page.day.iso() + ".csv");
}

Result<http::Response> post_headcount(Context& context, const http::Request& request)
{
    http::Form form(request);
    auto transaction = TRY(context.begin());
    Headcount number{.category = std::string(request.raw("category"))};
    number.agency = form.take(agency_in(context, transaction, request, "agency"));
    number.people =
        form.take(request.integer("people", {.lowest = 0, .highest = limits::people_max}));
    number.from = form.take(request.date("from"));
    number.source = form.take(request.text("source", limits::document_length_max));
    if (number.agency)
        TRY(context.require(manage_headcount, organisation::scope_of(number.agency)));
    if (!form.has_errors()) {
        const auto saved = save_headcount(context, transaction, number);
        if (saved) {
            TRY(transaction.commit());
            return web::redirect_with(headcount_path(), "identity.headcount.saved");
        }
        if (saved.error().field.empty()) return tl::unexpected(saved.error());
        form.add(saved.error());
    }
    return form_page(context, transaction, request, std::move(form));
}

Result<http::Response> post_headcount_table(Context& context, const http::Request& request)
{
    http::Form form(request);
    const auto table = form.take(request.paragraphs("table", table_length_max));
    auto transaction = TRY(context.begin());
    const auto pasted = read_headcounts(transaction, table, context.today());
    if (!form.has_errors() && !pasted.faults.empty()) form.add(fault_of(context, pasted));
    if (!form.has_errors() && pasted.numbers.empty())
        form.add({Failure::invalid, "identity.headcount.empty", "table", {}, {}});
    if (form.has_errors()) return form_page(context, transaction, request, std::move(form));
    for (const auto& number : pasted.numbers) TRY(save_headcount(context, transaction, number));
    TRY(transaction.commit());
    return web::redirect_with(headcount_path(), "identity.headcount.table_saved");
}

}  // namespace caicach::identity
