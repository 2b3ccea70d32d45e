#include "obligation/own_plan/own_plan_contents.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "obligation/board/downloads.hpp"
#include "obligation/own_plan/own_plan_paths.hpp"
#include "obligation/permissions.hpp"

namespace caicach::obligation
{
namespace
{

/// What no page of ours would write is taken as nothing.
ContentsFilter filter_in(const http::Request& request, const OwnPlanRegister& own)
{
    ContentsFilter filter;
    const auto item = request.query("muc").value_or("");
    const auto agency = request.query("co-quan").value_or("");
    for (const auto& work : own.works)
        if (plan::item_code(work.lineage.value) == item) filter.item = item;
    for (const auto& row : own.rows)
        if (row.agency.code == agency) filter.agency = agency;
    return filter;
}

plan::ItemId item_of(const OwnPlanContents& page)
{
    for (const auto& work : page.own.works)
        if (plan::item_code(work.lineage.value) == page.filter.item) return work.lineage;
    return {};
}

organisation::AgencyId agency_of(const OwnPlanContents& page)
{
    for (const auto& row : page.own.rows)
        if (row.agency.code == page.filter.agency) return row.agency.id;
    return {};
}

Result<OwnPlanContents> contents_in(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    OwnPlanContents page;
    page.own = TRY(own_plan_register_of(transaction, watched.plan, watched.today));
    page.filter = filter_in(request, page.own);
    const auto lines =
        TRY(OwnPlanStore{transaction}.contents(watched.plan.id, item_of(page), agency_of(page)));
    page.table = contents_table(page.own, lines);
    if (page.filter.is_empty()) page.summary = contents_summary(page.own, lines);
    return page;
}

Result<http::Response> show_contents(Context& context, const http::Request& request)
{
    const auto page = TRY(contents_in(context, request));
    return contents_page(context, page);
}

Result<TakenTable> table_to_take(Context& context, const http::Request& request)
{
    auto page = TRY(contents_in(context, request));
    auto name = file_name_of("Nội dung kế hoạch riêng", page.own.plan);
    return TakenTable{.table = std::move(page.table), .name = std::move(name)};
}

Result<http::Response> export_csv(Context& context, const http::Request& request)
{
    const auto taken = TRY(table_to_take(context, request));
    return csv_download(taken);
}

Result<http::Response> export_xlsx(Context& context, const http::Request& request)
{
    const auto taken = TRY(table_to_take(context, request));
    return xlsx_download(context, taken);
}

/// By the code of the own plan.
using ByPlan = std::map<std::string_view, const OwnPlanLine*>;

std::map<plan::ItemId, ByPlan> by_item(const std::vector<StatedLine>& lines)
{
    std::map<plan::ItemId, ByPlan> all;
    for (const auto& stated : lines) all[stated.line.lineage].emplace(stated.code, &stated.line);
    return all;
}

}  // namespace

std::string ContentsFilter::query() const
{
    std::string query;
    if (!item.empty()) query = "?muc=" + item;
    if (!agency.empty()) query += (query.empty() ? "?co-quan=" : "&co-quan=") + agency;
    return query;
}

BoardTable contents_table(const OwnPlanRegister& own, const std::vector<StatedLine>& lines)
{
    BoardTable table{.title = "Nội dung kế hoạch riêng",
                     .columns = {{.name = "Mục", .width = 50}, {.name = "Cơ quan", .width = 36}}};
    for (const auto element : elements)
        table.columns.push_back({.name = std::string{label_of(element)}, .width = 40});
    const auto all = by_item(lines);
    for (const auto& work : own.works) {
        const auto found = all.find(work.lineage);
        if (found == all.end()) continue;
        for (const auto& row : own.rows) {
            const auto stated = found->second.find(row.row.code);
            if (stated == found->second.end()) continue;
            auto& cells = table.rows.emplace_back();
            cells.push_back(text_cell(work.path + ". " + work.title));
            cells.push_back(text_cell(row.agency.name, own_plan_path(row.row.code)));
            for (const auto element : elements)
                cells.push_back(text_cell(stated->second->text(element)));
        }
    }
    return table;
}

BoardTable contents_summary(const OwnPlanRegister& own, const std::vector<StatedLine>& lines)
{
    BoardTable table{.title = "Các cơ quan nêu gì cho từng mục",
                     .columns = {{.name = "Mục", .width = 70},
                                 {.name = "Cơ quan có hoạt động", .is_number = true},
                                 {.name = "Cơ quan chưa có", .is_number = true}}};
    std::map<plan::ItemId, std::int64_t> with;
    std::map<plan::ItemId, std::int64_t> without;
    for (const auto& stated : lines)
        if (stated.line.states(Element::activity)) ++with[stated.line.lineage];
    for (const auto& gap : own.gaps) ++without[gap.lineage];
    for (const auto& work : own.works) {
        if (with[work.lineage] + without[work.lineage] == 0) continue;
        const auto code = plan::item_code(work.lineage.value);
        table.rows.push_back(
            {text_cell(work.path + ". " + work.title),
             number_cell(with[work.lineage], contents_path(own.plan.code, "?muc=" + code)),
             number_cell(without[work.lineage],
                         register_path(own.plan.code) + "?thieu=" + code + "#con-thieu")});
    }
    return table;
}

void add_own_plan_contents(Module& module)
{
    const auto watchers = http::Access::holder_of(watch_plans.key);
    module.get("/theo-doi/{plan}/ke-hoach-rieng/noi-dung", watchers, show_contents);
    module.get("/theo-doi/{plan}/ke-hoach-rieng/noi-dung.csv", watchers, export_csv);
    module.get("/theo-doi/{plan}/ke-hoach-rieng/noi-dung.xlsx", watchers, export_xlsx);
}

}  // namespace caicach::obligation
