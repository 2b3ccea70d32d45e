#include "obligation/personal_data.hpp"

#include <algorithm>
#include <iterator>

#include "calendar/moment.hpp"
#include "obligation/limits.hpp"
#include "obligation/obstacle/obstacle_store.hpp"
#include "obligation/own_plan/own_plan_store.hpp"
#include "obligation/proposal/proposal_store.hpp"
#include "obligation/saved_view/view_limits.hpp"
#include "obligation/sql.hpp"
#include "text/number.hpp"

namespace caicach::obligation
{
namespace
{

using Rows = PersonalDataSection::Rows;

std::string work_text(const database::Row& row)
{
    return row.string("path") + ". " + row.string("title");
}

Result<Rows> step_rows(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("taken_at")),
                                std::string{label_of(step_kind_from(row.text("step")))},
                                work_text(row), row.string("text")};
    };
    return transaction.all(sql::obstacle_steps_of_account, cells, account,
                           limits::rows_of_person_max);
}

Result<Rows> proposal_rows(Context& /*context*/, database::Transaction& transaction,
                           AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("taken_at")),
                                std::string{label_of(proposal_step_from(row.text("step")))},
                                work_text(row), row.string("content"), row.string("text")};
    };
    return transaction.all(sql::proposal_steps_of_account, cells, account,
                           limits::rows_of_person_max);
}

Result<Rows> own_plan_rows(Context& /*context*/, database::Transaction& transaction,
                           AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("taken_at")),
                                std::string{label_of(own_plan_state_from(row.text("step")))},
                                row.string("title"), row.string("text")};
    };
    return transaction.all(sql::own_plan_steps_of_account, cells, account,
                           limits::rows_of_person_max);
}

Result<Rows> given_rows(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{row.date("due_on").vietnamese(), work_text(row)};
    };
    return transaction.all(sql::tasks_given_to, cells, account, limits::rows_of_person_max);
}

Result<Rows> measurement_rows(Context& /*context*/, database::Transaction& transaction,
                              AccountId account)
{
    const auto stated = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("stated_at")),
                                row.integer("takes_back") == 0 ? "Ghi số liệu" : "Rút lại số liệu",
                                row.string("sentence"), row.string("source")};
    };
    auto rows = TRY(
        transaction.all(sql::measurements_by_account, stated, account, limits::rows_of_person_max));
    const auto led = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("stated_at")), "Nêu cách đo",
                                row.string("subject"), row.string("source")};
    };
    auto rules = TRY(
        transaction.all(sql::measure_rules_by_account, led, account, limits::rows_of_person_max));
    std::ranges::move(rules, std::back_inserter(rows));
    const auto excluded = [](const database::Row& row) {
        return Rows::value_type{
            vietnamese_moment(row.instant("taken_at")),
            row.text("step") == "asked" ? "Nêu không thuộc diện" : "Trả lời về không thuộc diện",
            "", row.string("text")};
    };
    auto exclusions = TRY(
        transaction.all(sql::exclusions_by_account, excluded, account, limits::rows_of_person_max));
    std::ranges::move(exclusions, std::back_inserter(rows));
    const auto set = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("set_at")), "Nêu nhịp báo số liệu",
                                "", row.string("rhythm")};
    };
    auto rhythms =
        TRY(transaction.all(sql::rhythms_by_account, set, account, limits::rows_of_person_max));
    std::ranges::move(rhythms, std::back_inserter(rows));
    const auto heir = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("stated_at")),
                                "Nêu cơ quan tiếp nối số liệu", "", row.string("source")};
    };
    auto heirs = TRY(
        transaction.all(sql::number_heirs_by_account, heir, account, limits::rows_of_person_max));
    std::ranges::move(heirs, std::back_inserter(rows));
    return rows;
}

Result<Rows> budget_rows(Context& /*context*/, database::Transaction& transaction,
                         AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("stated_at")),
                                row.text("step") == "appraised" ? "Thẩm định" : "Ghi một lần chi",
                                row.string("title"), text::format_integer(row.integer("amount"))};
    };
    return transaction.all(sql::budget_steps_of_account, cells, account,
                           limits::rows_of_person_max);
}

Result<Rows> late_list_rows(Context& /*context*/, database::Transaction& transaction,
                            AccountId account)
{
    const auto step = [](std::string_view name) -> std::string {
        if (name == "published") return "Công bố";
        return name == "replaced" ? "Thay bằng bản khác" : "Rút";
    };
    const auto cells = [&](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("taken_at")), step(row.text("step")),
                                row.string("month"), row.string("reason")};
    };
    return transaction.all(sql::late_publications_of_account, cells, account,
                           limits::rows_of_person_max);
}

Result<Rows> uncounting_rows(Context& /*context*/, database::Transaction& transaction,
                             AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{
            vietnamese_moment(row.instant("taken_at")),
            row.text("step") == "undone" ? "Không tính cho việc" : "Cơ quan trả lời",
            work_text(row), row.string("text")};
    };
    return transaction.all(sql::uncountings_of_account, cells, account, limits::rows_of_person_max);
}

/// The work is the agency's and stays; it waits for somebody else.
Result<void> take_tasks(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    TRY(transaction.change(sql::take_tasks_from, account));
    return {};
}

Result<Rows> feed_rows(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{
            vietnamese_moment(row.instant("made_at")),
            row.boolean("only_mine") ? "Việc giao cho tôi" : "Việc của cả cơ quan"};
    };
    return transaction.all(sql::feeds_of_account, cells, account);
}

Result<void> remove_feeds(Context& /*context*/, database::Transaction& transaction,
                          AccountId account)
{
    TRY(transaction.change(sql::remove_feeds_of_account, account));
    return {};
}

Result<Rows> draft_rows(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("saved_at")),
                                row.string("path") + ". " + row.string("work_title"),
                                row.string("title"), row.string("link")};
    };
    return transaction.all(sql::drafts_of_account, cells, account, limits::rows_of_person_max);
}

/// The agency goes on with it, or it ends by its age.
Result<void> leave_drafts(Context& /*context*/, database::Transaction& transaction,
                          AccountId account)
{
    TRY(transaction.change(sql::forget_who_saved_drafts, account));
    return {};
}

Result<Rows> view_rows(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{row.string("name"), row.string("page"), row.string("query")};
    };
    return transaction.all(sql::views_of_account, cells, account, limits::views_max);
}

Result<void> remove_views(Context& /*context*/, database::Transaction& transaction,
                          AccountId account)
{
    TRY(transaction.change(sql::remove_views_of_account, account));
    return {};
}

void add_uncountings(Module& module)
{
    module.personal_data({.key = "loai-ket-qua",
                          .title = "Loại kết quả khỏi một việc, trả lời về việc ấy (5.000 lần gần "
                                   "nhất)",
                          .columns = {"Lúc", "Đã làm", "Việc", "Lời ghi"},
                          .rows = uncounting_rows,
                          .kept = "Giữ nguyên vì là trao đổi giữa các cơ quan; tên người không ghi "
                                  "kèm, chỉ có số của tài khoản.",
                          .tables = {"obligation_uncounted"}});
}

void add_proposal_steps(Module& module)
{
    module.personal_data({.key = "phan-viec",
                          .title = "Đề nghị, trả lời về phần việc phối hợp (5.000 lần gần nhất)",
                          .columns = {"Lúc", "Bước", "Việc", "Nội dung phần việc", "Lý do"},
                          .rows = proposal_rows,
                          .kept = "Giữ nguyên vì là trao đổi giữa các cơ quan; tên người không ghi "
                                  "kèm, chỉ có số của tài khoản.",
                          .tables = {"obligation_proposal_step"}});
}

}  // namespace

void add_personal_data(Module& module)
{
    add_uncountings(module);
    add_proposal_steps(module);
    module.personal_data({.key = "vuong-mac",
                          .title = "Nêu, chuyển, trả lời khó khăn, vướng mắc (5.000 lần gần nhất)",
                          .columns = {"Lúc", "Bước", "Việc", "Lời ghi"},
                          .rows = step_rows,
                          .kept = "Giữ nguyên vì là trao đổi giữa các cơ quan; tên người không ghi "
                                  "kèm, chỉ có số của tài khoản.",
                          .tables = {"obligation_obstacle_step"}});
    module.personal_data({.key = "ke-hoach-rieng",
                          .title = "Gửi, xem xét kế hoạch riêng của cơ quan (5.000 lần gần nhất)",
                          .columns = {"Lúc", "Bước", "Văn bản", "Lời ghi"},
                          .rows = own_plan_rows,
                          .kept = "Giữ nguyên vì là văn bản của cơ quan; tên người không ghi kèm, "
                                  "chỉ có số của tài khoản.",
                          .tables = {"obligation_own_plan_step"}});
    module.personal_data(
        {.key = "so-lieu-chi-tieu",
         .title = "Ghi số liệu chỉ tiêu, nêu cách đo (5.000 lần gần nhất)",
         .columns = {"Lúc", "Đã làm", "Mức phải đạt", "Nguồn, lý do"},
         .rows = measurement_rows,
         .kept = "Giữ nguyên vì là số liệu của cơ quan; tên người không ghi kèm, "
                 "chỉ có số của tài khoản.",
         .tables = {"obligation_measurement", "obligation_measure_rule", "obligation_exclusion",
                    "obligation_number_rhythm", "obligation_number_heir"}});
    module.personal_data({.key = "kinh-phi",
                          .title = "Thẩm định kinh phí, ghi số đã chi (5.000 lần gần nhất)",
                          .columns = {"Lúc", "Đã làm", "Nội dung chi", "Số tiền (đồng)"},
                          .rows = budget_rows,
                          .kept = "Giữ nguyên vì là sổ kinh phí của cơ quan; tên người không ghi "
                                  "kèm, chỉ có số của tài khoản.",
                          .tables = {"obligation_budget_appraisal", "obligation_budget_spending"}});
    module.personal_data({.key = "danh-sach-cham",
                          .title = "Công bố, rút danh sách cơ quan chậm (5.000 lần gần nhất)",
                          .columns = {"Lúc", "Đã làm", "Tháng", "Lý do"},
                          .rows = late_list_rows,
                          .kept = "Giữ nguyên vì là quyết định của cơ quan; tên người không ghi "
                                  "kèm, chỉ có số của tài khoản.",
                          .tables = {"obligation_late_publication"}});
    module.personal_data({.key = "viec-duoc-giao",
                          .title = "Việc được giao trong cơ quan (5.000 việc gần nhất)",
                          .columns = {"Hạn", "Việc"},
                          .rows = given_rows,
                          .erase = take_tasks,
                          .kept = "Việc vẫn là của cơ quan; chỉ thôi ghi người làm.",
                          .tables = {"obligation_obligation"}});
    module.personal_data({.key = "ban-nhap-ket-qua",
                          .title = "Bản nháp kết quả lưu lần cuối bởi người này",
                          .columns = {"Lưu lúc", "Việc", "Đã làm gì", "Địa chỉ trang"},
                          .rows = draft_rows,
                          .erase = leave_drafts,
                          .kept = "Bản nháp là của cơ quan, tự hết sau 60 ngày; chỉ thôi ghi "
                                  "người lưu.",
                          .tables = {"obligation_draft"}});
    module.personal_data({.key = "bo-loc",
                          .title = "Bộ lọc đã lưu",
                          .columns = {"Tên", "Trang", "Điều kiện"},
                          .rows = view_rows,
                          .erase = remove_views,
                          .kept = "Không giữ lại gì, kể cả bộ lọc cho cơ quan dùng chung.",
                          .tables = {"obligation_saved_view"}});
    module.personal_data({.key = "lich-viec",
                          .title = "Lịch việc của mình",
                          .columns = {"Tạo lúc", "Gồm"},
                          .rows = feed_rows,
                          .erase = remove_feeds,
                          .kept = "Không giữ lại gì; địa chỉ lịch hết tác dụng.",
                          .tables = {"obligation_feed"}});
}

}  // namespace caicach::obligation
