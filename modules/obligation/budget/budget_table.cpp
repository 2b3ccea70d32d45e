#include "obligation/budget/budget_table.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "obligation/budget/budget_paths.hpp"
#include "obligation/gone_works.hpp"
#include "text/collate.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{
namespace
{

BoardTable table_of_sums(std::string title, std::string first)
{
    BoardTable table{.title = std::move(title),
                     .columns = {{.name = std::move(first), .width = 44}}};
    for (const auto* name : {"Số dòng", "Dự toán (đồng)", "Đã thẩm định (dòng)",
                             "Mức thẩm định (đồng)", "Đã chi (đồng)"})
        table.columns.push_back({.name = name, .is_number = true});
    return table;
}

std::vector<BoardCell> row_of(std::string text, std::string path, const BudgetSum& sum)
{
    return {text_cell(std::move(text), std::move(path)),
            number_cell(sum.number),
            number_cell(sum.estimate),
            number_cell(sum.appraised_number),
            number_cell(sum.appraised),
            number_cell(sum.spent)};
}

BudgetSum all_of(const std::vector<BudgetSum>& sums)
{
    BudgetSum all;
    for (const auto& sum : sums) all += sum;
    return all;
}

/// What a plan has and had.
struct PlanItems {
    std::vector<Work> works{};
    std::set<plan::ItemId> gone{};
};

Result<PlanItems> items_of(database::Transaction& transaction, plan::PlanId plan)
{
    PlanItems items;
    items.works = TRY(works_of(transaction, plan));
    items.gone = TRY(gone_works(transaction, plan));
    return items;
}

/// All of a plan, and what of it hangs on no item any more.
void add_totals(BoardTable& table, const PlanBudget& budget)
{
    if (budget.sums.empty()) return;
    table.rows.push_back(row_of("Cả kế hoạch", {}, all_of(budget.sums)));
    if (budget.of_gone.empty()) return;
    table.rows.push_back(row_of(
        "Trong đó của mục không còn trong kế hoạch",
        budget_register_path(budget.plan_code) + "?muc=" + std::string{gone_items} + "#danh-sach",
        all_of(budget.of_gone)));
}

std::string remark_of(const ListedBudgetLine& listed)
{
    const auto& line = listed.line;
    std::string remark;
    const auto add = [&](bool is_so, const std::string& words) {
        if (is_so) remark += (remark.empty() ? "" : "; ") + words;
    };
    add(listed.is_item_gone, "Mục không còn trong kế hoạch");
    if (listed.passed)
        add(true, "Đơn giá vượt định mức " + text::format_integer(listed.passed->ceiling));
    add(line.spent > line.appraised.value_or(line.estimate.total), "Đã chi vượt mức");
    return remark;
}

}  // namespace

std::string item_text(const ListedBudgetLine& listed)
{
    return listed.item + (listed.is_item_gone ? " (mục không còn trong kế hoạch)" : "");
}

Result<std::vector<ListedBudgetLine>> listed_lines(database::Transaction& transaction,
                                                   const std::vector<BudgetLine>& lines, Date today)
{
    AgencyNames names{transaction, today};
    Norms norms;
    std::map<plan::PlanId, PlanItems> items;
    std::vector<ListedBudgetLine> listed;
    listed.reserve(lines.size());
    for (const auto& line : lines) {
        ListedBudgetLine one{.line = line};
        const auto* agency = TRY(names.of(line.agency));
        one.agency = agency->name;
        auto known = items.find(line.plan);
        if (known == items.end()) {
            auto read = TRY(items_of(transaction, line.plan));
            known = items.emplace(line.plan, std::move(read)).first;
        }
        const auto& [works, gone] = known->second;
        const auto found = std::ranges::find(works, line.lineage, &Work::lineage);
        if (found != works.end()) one.item = found->path + ". " + found->title;
        one.is_item_gone = gone.contains(line.lineage);
        one.passed = TRY(norms.passed_by(line));
        listed.push_back(std::move(one));
    }
    return listed;
}

BoardTable budget_lines_table(const std::vector<ListedBudgetLine>& lines)
{
    BoardTable table{.title = "Từng dòng kinh phí",
                     .columns = {{.name = "Nội dung chi", .width = 44},
                                 {.name = "Mục", .width = 50},
                                 {.name = "Cơ quan", .width = 34},
                                 {.name = "Nguồn", .width = 34},
                                 {.name = "Dự toán (đồng)", .is_number = true},
                                 {.name = "Mức thẩm định (đồng)", .is_number = true},
                                 {.name = "Đã chi (đồng)", .is_number = true},
                                 {.name = "Lưu ý", .width = 40}}};
    for (const auto& listed : lines) {
        const auto& line = listed.line;
        const auto& e = line.estimate;
        const auto note = e.source_note.empty() ? std::string{} : ": " + e.source_note;
        table.rows.push_back(
            {text_cell(e.title, budget_line_path(line.code)), text_cell(item_text(listed)),
             text_cell(listed.agency), text_cell(std::string{label_of(e.source)} + note),
             number_cell(e.total),
             line.appraised ? number_cell(*line.appraised) : text_cell("Chờ thẩm định"),
             number_cell(line.spent), text_cell(remark_of(listed))});
    }
    return table;
}

Result<BoardTable> budget_by_agency(const PlanBudget& budget, AgencyNames& names)
{
    std::map<organisation::AgencyId, BudgetSum> by_agency;
    for (const auto& sum : budget.sums) by_agency[sum.agency] += sum;
    std::vector<std::pair<const organisation::AgencySummary*, BudgetSum>> sorted;
    for (const auto& [agency, sum] : by_agency) {
        const auto* summary = TRY(names.of(agency));
        sorted.emplace_back(summary, sum);
    }
    std::ranges::sort(sorted, [](const auto& one, const auto& other) {
        return text::collate(one.first->name, other.first->name) < 0;
    });
    auto table = table_of_sums("Theo cơ quan", "Cơ quan");
    for (const auto& [agency, sum] : sorted)
        table.rows.push_back(row_of(
            agency->name,
            budget_register_path(budget.plan_code) + "?co-quan=" + agency->code + "#danh-sach",
            sum));
    add_totals(table, budget);
    return table;
}

BoardTable budget_by_source(const PlanBudget& budget)
{
    auto table = table_of_sums("Theo nguồn", "Nguồn");
    for (const auto source : budget_sources) {
        BudgetSum all;
        for (const auto& sum : budget.sums)
            if (sum.source == source) all += sum;
        if (all.number == 0) continue;
        table.rows.push_back(row_of(std::string{label_of(source)},
                                    budget_register_path(budget.plan_code) +
                                        "?nguon=" + std::string{name_of(source)} + "#danh-sach",
                                    all));
    }
    add_totals(table, budget);
    return table;
}

std::string money_text(std::int64_t amount) { return text::format_integer(amount) + " đồng"; }

}  // namespace caicach::obligation
