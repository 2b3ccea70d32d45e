#include "report/aggregate/agency_numbers_views.hpp"

#include <algorithm>
#include <array>

#include "report/aggregate/aggregate_paths.hpp"
#include "report/filling/filled.hpp"
#include "web/components/parts.hpp"

namespace caicach::report
{
namespace
{

using evidence::Rollup;
using html::Writer;

/// As then, as now: two addresses of the same numbers.
void rollup_tabs(Writer& out, const AggregatePage& page, const std::string& query, Rollup rollup)
{
    const auto path = of_collector(aggregate_path(page.form.code, page.period.code),
                                   page.collectors.chosen.slug) +
                      query;
    const auto then = path + "#tung-co-quan";
    const auto now = path + "&nhu=hien-nay#tung-co-quan";
    const std::array tabs{
        web::Tab{
            .text = "Theo cơ quan khi ấy", .path = then, .is_current = rollup == Rollup::as_then},
        web::Tab{
            .text = "Theo cơ quan hiện nay", .path = now, .is_current = rollup == Rollup::as_now}};
    web::tabs(out, "Tính theo cơ quan nào", tabs);
}

std::optional<Amount> amount_of(const std::vector<AgencyPart>& parts, organisation::AgencyId agency)
{
    const auto found = std::ranges::find(parts, agency, &AgencyPart::agency);
    return found == parts.end() ? std::nullopt : std::optional{found->amount};
}

void number_table(Writer& out, const AggregatePage& page, const AgencyNumbers& numbers)
{
    const auto& indicator = *numbers.indicator;
    if (numbers.parts.empty() && numbers.apart.empty()) {
        out({"<p>Chưa cơ quan nào gửi số này.</p>"});
        return;
    }
    constexpr std::array columns{web::Column{.name = "Cơ quan"},
                                 web::Column{.name = "Số đã gửi", .is_number = true}};
    const auto caption = indicator.text + (indicator.unit.empty() ? "" : ", ") + indicator.unit;
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& agency : page.agencies) {
            const auto part = amount_of(numbers.parts, agency.id);
            const auto apart = amount_of(numbers.apart, agency.id);
            if (!part && !apart) continue;
            rows.begin();
            rows.cell(agency.name);
            rows.cell(part ? shown(indicator, *part) : shown(indicator, *apart) + " (không cộng)");
            rows.end();
        }
    });
}

void write_number(Writer& out, const AggregatePage& page, const AgencyNumbers& numbers)
{
    const auto& indicator = *numbers.indicator;
    out({"<section id=\"tung-co-quan\"><h2>Từng cơ quan: ", indicator.text, "</h2>"});
    if (!indicator.definition.empty()) out({"<p>", indicator.definition, "</p>"});
    rollup_tabs(out, page, "&chi-tieu=" + indicator.key, numbers.rollup);
    number_table(out, page, numbers);
    out({"</section>"});
}

bool has_any(const AgencyRow& row, organisation::AgencyId agency)
{
    return std::ranges::any_of(row.columns, [&](const AgencyColumn& one) {
        return amount_of(one.parts, agency).has_value();
    });
}

void row_table(Writer& out, const AggregatePage& page, const AgencyRow& row)
{
    std::vector<web::Column> columns{{.name = "Cơ quan"}};
    columns.reserve(row.columns.size() + 1);
    for (const auto& one : row.columns)
        columns.push_back({.name = one.column->text, .is_number = true});
    const auto caption = row.table->text + ": " + row.row;
    web::table(out, {.caption = caption, .columns = columns}, [&](web::Rows& rows) {
        for (const auto& agency : page.agencies) {
            if (!has_any(row, agency.id)) continue;
            rows.begin();
            rows.cell(agency.name);
            for (const auto& one : row.columns) {
                const auto amount = amount_of(one.parts, agency.id);
                rows.cell(amount ? shown(amount->numerator, one.column->decimals)
                                 : std::string{"–"});
            }
            rows.end();
        }
    });
}

void write_row(Writer& out, const AggregatePage& page, const AgencyRow& row)
{
    out({"<section id=\"tung-co-quan\"><h2>Từng cơ quan: ", row.table->text, ", ", row.row,
         "</h2>"});
    const auto at = std::ranges::find(row.table->fixed_rows, row.row);
    const auto place = static_cast<std::size_t>(at - row.table->fixed_rows.begin());
    rollup_tabs(out, page, row_query(*row.table, place), row.rollup);
    const bool is_empty =
        std::ranges::all_of(row.columns, [](const AgencyColumn& one) { return one.parts.empty(); });
    if (is_empty)
        out({"<p>Chưa cơ quan nào gửi số của dòng này.</p>"});
    else
        row_table(out, page, row);
    out({"</section>"});
}

}  // namespace

void agency_numbers(Writer& out, const AggregatePage& page)
{
    if (page.numbers) return write_number(out, page, *page.numbers);
    if (page.row) write_row(out, page, *page.row);
}

std::string row_query(const FormTable& table, std::size_t row)
{
    return "&bang=" + table.key + "&dong=" + std::to_string(row + 1);
}

}  // namespace caicach::report
