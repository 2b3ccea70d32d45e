#include "obligation/telling/told_tables.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <utility>

#include "obligation/board/late_list.hpp"
#include "obligation/board/task_list.hpp"
#include "obligation/sql.hpp"
#include "obligation/state_views.hpp"
#include "obligation/telling/told_targets.hpp"
#include "obligation/telling/told_tasks.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{
namespace
{

using evidence::ToldRow;
using Rows = std::vector<ToldRow>;

struct Asked {
    Context& context;
    database::Transaction& transaction;
    const evidence::Telling& telling;
    std::size_t rows_max{};
};

struct Column {
    std::string_view key{};
    std::string_view text{};
};
constexpr std::array late_columns{Column{"co_quan", "Cơ quan"},
                                  Column{"nhiem_vu", "Nhiệm vụ"},
                                  Column{"han", "Hạn"},
                                  Column{"so_ngay", "Số ngày chậm"},
                                  Column{"tinh_trang", "Tình trạng"},
                                  Column{"ke_hoach", "Kế hoạch"}};
constexpr std::array target_columns{Column{"chi_tieu", "Chỉ tiêu"},
                                    Column{"muc_giao", "Mức phải đạt"},
                                    Column{"da_dat", "Đã đạt"},
                                    Column{"ket_luan", "Tình trạng"},
                                    Column{"den_ngay", "Số liệu đến ngày"},
                                    Column{"ke_hoach", "Kế hoạch"}};
constexpr std::array next_columns{Column{"nhiem_vu", "Nhiệm vụ"}, Column{"can_co", "Cần có"},
                                  Column{"han", "Hạn"}, Column{"ke_hoach", "Kế hoạch"}};

/// "Kế hoạch số 18/KH-UBND", each plan named once.
class PlanNames
{
public:
    explicit PlanNames(const std::vector<plan::PlanSummary>& plans)
    {
        for (const auto& plan : plans) m_names[plan.id] = plan::name_in_short(plan);
    }
    [[nodiscard]] std::string of(plan::PlanId plan) const
    {
        const auto found = m_names.find(plan);
        return found == m_names.end() ? std::string{} : found->second;
    }

private:
    std::map<plan::PlanId, std::string> m_names{};
};

Result<Rows> late_rows(const Asked& asked, std::span<const Task> tasks, const PlanNames& plans)
{
    AgencyNames names{asked.transaction, asked.telling.today};
    Rows rows;
    for (const auto& task : tasks) {
        if (rows.size() == asked.rows_max) break;
        const auto& obligation = task.obligation;
        const auto* agency = TRY(names.of(obligation.agency));
        rows.push_back({agency->name, told_text(task), obligation.due_on.vietnamese(),
                        std::to_string(days_late(obligation, asked.telling.today)),
                        std::string{state_text(obligation, asked.telling.today)},
                        plans.of(obligation.plan)});
    }
    return rows;
}

/// Of all agencies: what is overdue of some plans.
Result<Rows> overdue_rows(const Asked& asked, const std::vector<plan::PlanSummary>& plans)
{
    std::vector<Task> all;
    for (const auto& plan : plans) {
        auto tasks = TRY(asked.transaction.all(sql::board_overdue_tasks, task_from, plan.id,
                                               last_over(asked.telling).plus_days(1),
                                               static_cast<std::int64_t>(asked.rows_max)));
        std::ranges::move(tasks, std::back_inserter(all));
    }
    std::ranges::stable_sort(all, {}, [](const Task& task) { return task.obligation.due_on; });
    return late_rows(asked, all, PlanNames{plans});
}

Result<Rows> watched_late(const Asked& asked)
{
    auto plans = TRY(plans_in(asked.transaction, asked.telling.window, asked.telling.today));
    std::erase_if(plans, [&](const plan::PlanSummary& plan) {
        return asked.telling.agency && plan.coordinator != *asked.telling.agency;
    });
    return overdue_rows(asked, plans);
}

Result<Rows> late(const Asked& asked)
{
    const auto plans = TRY(plans_in(asked.transaction, asked.telling.window, asked.telling.today));
    if (!asked.telling.agency) return overdue_rows(asked, plans);
    auto tasks = TRY(AgencyTasks::load(asked.transaction, *asked.telling.agency, asked.telling));
    auto all = TRY(tasks.overdue(asked.rows_max));
    auto done_late = TRY(tasks.late(asked.rows_max));
    std::ranges::move(done_late, std::back_inserter(all));
    return late_rows(asked, all, PlanNames{plans});
}

Result<Rows> next(const Asked& asked)
{
    Rows rows;
    if (!asked.telling.agency) return rows;
    const auto plans = TRY(plan::plans_in_force(asked.transaction));
    const PlanNames names{plans};
    auto tasks = TRY(AgencyTasks::load(asked.transaction, *asked.telling.agency, asked.telling));
    const auto owed = TRY(tasks.next(asked.rows_max));
    rows.reserve(owed.size());
    for (const auto& task : owed) {
        const auto& obligation = task.obligation;
        rows.push_back({told_text(task),
                        text::format_integer(obligation.missing()) + " " + obligation.unit,
                        obligation.due_on.vietnamese(), names.of(obligation.plan)});
    }
    return rows;
}

Result<Rows> targets(const Asked& asked)
{
    auto told = TRY(told_targets(asked.context, asked.transaction, asked.telling, asked.rows_max));
    Rows rows;
    rows.reserve(told.size());
    for (auto& one : told)
        rows.push_back({std::move(one.title), std::move(one.asked), std::move(one.known),
                        std::move(one.reached), std::move(one.as_of), std::move(one.plan)});
    return rows;
}

struct TellsTable {
    std::string_view key{};
    std::string_view text{};
    std::span<const Column> columns{};
    Result<Rows> (*rows)(const Asked&){};
};
constexpr std::array all{
    TellsTable{"obligation.late", "Nhiệm vụ quá hạn, hoàn thành muộn", late_columns, late},
    TellsTable{"obligation.watched_late",
               "Cơ quan, nhiệm vụ quá hạn của các kế hoạch được điều phối", late_columns,
               watched_late},
    TellsTable{"obligation.targets", "Tiến độ các chỉ tiêu của kế hoạch", target_columns, targets},
    TellsTable{"obligation.next", "Nhiệm vụ đến hạn trong kỳ tới", next_columns, next}};

}  // namespace

Result<void> name_tables(Context& /*context*/, database::Transaction& /*transaction*/,
                         const evidence::ToldTablesAsked& asked)
{
    for (const auto& table : all) {
        evidence::ToldTable told{.key = std::string{table.key}, .text = std::string{table.text}};
        for (const auto& column : table.columns)
            told.columns.push_back({std::string{column.key}, std::string{column.text}});
        asked.tables->push_back(std::move(told));
    }
    return {};
}

Result<void> tell_table(Context& context, database::Transaction& transaction,
                        const evidence::ToldTableAsked& asked)
{
    const auto* const table = std::ranges::find(all, asked.key, &TellsTable::key);
    if (table == all.end()) return {};
    *asked.is_known = true;
    *asked.rows = TRY(table->rows({context, transaction, asked.telling, asked.rows_max}));
    return {};
}

}  // namespace caicach::obligation
