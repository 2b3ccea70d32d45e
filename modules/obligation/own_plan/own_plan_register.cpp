#include "obligation/own_plan/own_plan_register.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "obligation/board/downloads.hpp"
#include "obligation/own_plan/own_plan_contents.hpp"
#include "obligation/own_plan/own_plan_paths.hpp"
#include "obligation/permissions.hpp"
#include "text/collate.hpp"

namespace caicach::obligation
{
namespace
{

struct ReceiptText {
    Receipt receipt{};
    std::string_view name{};
    std::string_view label{};
};
/// In the order of their enumerators.
constexpr std::array<ReceiptText, 8> receipts{{
    {Receipt::missing, "missing", "Chưa gửi"},
    {Receipt::overdue, "overdue", "Quá hạn chưa gửi"},
    {Receipt::sent, "sent", "Đã gửi, chờ xem xét"},
    {Receipt::returned, "returned", "Trả lại để sửa"},
    {Receipt::accepted, "accepted", "Đã chấp nhận"},
    {Receipt::amended, "amended", "Đã gửi bản sửa, chờ xem xét"},
    {Receipt::otherwise, "otherwise", "Đã báo bằng kết quả khác"},
    {Receipt::excused, "excused", "Được miễn"},
}};

/// What no page of ours would write is taken as nothing.
std::string receipt_in(const http::Request& request)
{
    const auto typed = request.query("tinh-trang").value_or("");
    const auto* const found = std::ranges::find(receipts, typed, &ReceiptText::name);
    return found == receipts.end() ? std::string{} : std::string{found->name};
}

Result<http::Response> show_register(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    RegisterPage page{.receipt = receipt_in(request),
                      .item = std::string{request.query("thieu").value_or("")}};
    page.own = TRY(own_plan_register_of(transaction, watched.plan, watched.today));
    AgencyNames names{transaction, watched.today};
    for (const auto& gap : page.own.gaps) {
        if (page.item.empty() || plan::item_code(gap.lineage.value) != page.item) continue;
        const auto* agency = TRY(names.of(gap.agency));
        page.missing.push_back(agency->name);
    }
    std::ranges::sort(page.missing, [](const std::string& one, const std::string& other) {
        return text::collate(one, other) < 0;
    });
    return register_page(context, page);
}

struct GapsToTake {
    BoardTable table{};
    plan::PlanSummary plan{};
};

Result<GapsToTake> gaps_in(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    const auto own = TRY(own_plan_register_of(transaction, watched.plan, watched.today));
    AgencyNames names{transaction, watched.today};
    GapsToTake gaps{.plan = watched.plan};
    gaps.table = TRY(gap_list_table(names, own));
    return gaps;
}

Result<http::Response> export_gaps(Context& context, const http::Request& request)
{
    auto gaps = TRY(gaps_in(context, request));
    return csv_download({std::move(gaps.table), file_name_of("Mục chưa có hoạt động", gaps.plan)});
}

Result<http::Response> export_register(Context& context, const http::Request& request)
{
    auto transaction = TRY(context.read());
    const auto watched = TRY(watched_in(context, transaction, request));
    const auto own = TRY(own_plan_register_of(transaction, watched.plan, watched.today));
    auto table = register_table(own, receipt_in(request));
    return csv_download({std::move(table), "Kế hoạch riêng của các cơ quan"});
}

}  // namespace

std::string_view name_of(Receipt receipt)
{
    return receipts[static_cast<std::size_t>(receipt)].name;
}

std::string_view label_of(Receipt receipt)
{
    return receipts[static_cast<std::size_t>(receipt)].label;
}

Receipt receipt_of(const RegisterRow& row, Date today)
{
    if (row.is_excused) return Receipt::excused;
    if (row.state == OwnPlanState::accepted) return Receipt::accepted;
    if (row.was_accepted)
        return row.state == OwnPlanState::returned ? Receipt::returned : Receipt::amended;
    if (row.is_done) return Receipt::otherwise;
    if (row.state == OwnPlanState::sent) return Receipt::sent;
    if (row.state == OwnPlanState::returned) return Receipt::returned;
    return row.due_on < today && !row.is_requested ? Receipt::overdue : Receipt::missing;
}

Result<OwnPlanRegister> own_plan_register_of(database::Transaction& transaction,
                                             const plan::PlanSummary& plan, Date today)
{
    OwnPlanRegister own{.plan = plan, .today = today};
    OwnPlanStore store{transaction};
    AgencyNames names{transaction, today};
    auto rows = TRY(store.registered(plan.id));
    own.rows.reserve(rows.size());
    for (auto& row : rows) {
        const auto* agency = TRY(names.of(row.agency));
        own.rows.push_back({.row = std::move(row), .agency = *agency});
    }
    std::ranges::stable_sort(own.rows, [](const Registered& one, const Registered& other) {
        return text::collate(one.agency.name, other.agency.name) < 0;
    });
    own.works = TRY(works_of(transaction, plan.id));
    own.gaps = TRY(store.gaps(plan.id));
    return own;
}

BoardTable receipts_table(const OwnPlanRegister& own)
{
    BoardTable table{.title = "Đã nhận đến đâu",
                     .columns = {{.name = "Tình trạng", .width = 30},
                                 {.name = "Số cơ quan", .is_number = true}}};
    for (const auto& [receipt, name, label] : receipts) {
        // An agency that owes several is one agency.
        std::set<organisation::AgencyId> agencies;
        for (const auto& one : own.rows)
            if (receipt_of(one.row, own.today) == receipt) agencies.insert(one.row.agency);
        if (agencies.empty()) continue;
        const auto count = static_cast<std::int64_t>(agencies.size());
        const auto path =
            register_path(own.plan.code) + "?tinh-trang=" + std::string{name} + "#danh-sach";
        table.rows.push_back({text_cell(std::string{label}), number_cell(count, path)});
    }
    return table;
}

BoardTable register_table(const OwnPlanRegister& own, std::string_view receipt)
{
    BoardTable table{.title = "Kế hoạch riêng của các cơ quan",
                     .columns = {{.name = "Cơ quan", .width = 44},
                                 {.name = "Hạn"},
                                 {.name = "Tình trạng", .width = 26},
                                 {.name = "Gửi ngày"},
                                 {.name = "Văn bản", .width = 50},
                                 {.name = "Ở mục", .width = 24},
                                 {.name = "Mục có hoạt động", .is_number = true},
                                 {.name = "Mục đủ năm nội dung", .is_number = true}}};
    for (const auto& [row, agency] : own.rows) {
        const auto now = receipt_of(row, own.today);
        if (!receipt.empty() && receipt != name_of(now)) continue;
        const auto path = row.code.empty() ? task_path(row.task_code) : own_plan_path(row.code);
        table.rows.push_back({text_cell(agency.name, path), day_cell(row.due_on),
                              text_cell(std::string{label_of(now)}), day_cell(row.sent_on),
                              text_cell(row.title),
                              text_cell(row.form == OwnPlanForm::embedded ? row.place : ""),
                              number_cell(row.with_activity), number_cell(row.complete)});
    }
    return table;
}

BoardTable gaps_table(const OwnPlanRegister& own)
{
    BoardTable table{.title = "Mục chưa có hoạt động",
                     .columns = {{.name = "Mục", .width = 70},
                                 {.name = "Số cơ quan chưa có hoạt động", .is_number = true}}};
    std::map<plan::ItemId, std::int64_t> missing;
    for (const auto& gap : own.gaps) ++missing[gap.lineage];
    for (const auto& work : own.works) {
        const auto found = missing.find(work.lineage);
        if (found == missing.end()) continue;
        const auto path = register_path(own.plan.code) +
                          "?thieu=" + plan::item_code(work.lineage.value) + "#con-thieu";
        table.rows.push_back(
            {text_cell(work.path + ". " + work.title), number_cell(found->second, path)});
    }
    return table;
}

Result<BoardTable> gap_list_table(AgencyNames& names, const OwnPlanRegister& own)
{
    BoardTable table{.title = "Mục chưa có hoạt động",
                     .columns = {{.name = "Mục", .width = 70}, {.name = "Cơ quan", .width = 44}}};
    std::map<plan::ItemId, std::vector<std::string>> missing;
    for (const auto& gap : own.gaps) {
        const auto* agency = TRY(names.of(gap.agency));
        missing[gap.lineage].push_back(agency->name);
    }
    for (const auto& work : own.works) {
        auto& agencies = missing[work.lineage];
        std::ranges::sort(agencies, [](const std::string& one, const std::string& other) {
            return text::collate(one, other) < 0;
        });
        for (const auto& agency : agencies)
            table.rows.push_back({text_cell(work.path + ". " + work.title), text_cell(agency)});
    }
    return table;
}

void add_own_plan_register(Module& module)
{
    const auto watchers = http::Access::holder_of(watch_plans.key);
    module.get("/theo-doi/{plan}/ke-hoach-rieng", watchers, show_register);
    module.get("/theo-doi/{plan}/ke-hoach-rieng.csv", watchers, export_register);
    module.get("/theo-doi/{plan}/ke-hoach-rieng/con-thieu.csv", watchers, export_gaps);
    add_own_plan_contents(module);
}

}  // namespace caicach::obligation
