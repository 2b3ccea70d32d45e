#include "report/personal_data.hpp"

#include "calendar/moment.hpp"
#include "report/flow/step.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

using Rows = PersonalDataSection::Rows;

Result<Rows> version_rows(Context& /*context*/, database::Transaction& transaction,
                          AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("made_at")), row.string("title"),
                                std::to_string(row.integer("number")), row.string("source")};
    };
    return transaction.all(sql::versions_of_account, cells, account);
}

Result<Rows> period_rows(Context& /*context*/, database::Transaction& transaction,
                         AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("opened_at")),
                                row.string("form_title"), row.string("title")};
    };
    return transaction.all(sql::periods_of_account, cells, account);
}

Result<Rows> cell_rows(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{
            row.string("title"), row.string("period_title"), std::to_string(row.integer("cells")),
            vietnamese_moment(row.instant("first_at")), vietnamese_moment(row.instant("last_at"))};
    };
    return transaction.all(sql::reports_filled_by_account, cells, account);
}

Result<Rows> file_rows(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("added_at")), row.string("title"),
                                row.string("period_title")};
    };
    return transaction.all(sql::files_of_account, cells, account);
}

Result<Rows> proposal_rows(Context& /*context*/, database::Transaction& transaction,
                           AccountId account)
{
    const auto cells = [](const database::Row& row) {
        const auto file = row.string("file_name");
        return Rows::value_type{vietnamese_moment(row.instant("made_at")), row.string("title"),
                                row.string("period_title"), file.empty() ? "Dán vào bảng" : file};
    };
    return transaction.all(sql::proposals_of_account, cells, account);
}

Result<Rows> step_rows(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("taken_at")),
                                row.string("form_title"), row.string("title"),
                                std::string{step_label(row.text("step"))}};
    };
    return transaction.all(sql::steps_of_account, cells, account);
}

Result<Rows> remark_rows(Context& /*context*/, database::Transaction& transaction,
                         AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("taken_at")),
                                row.string("form_title"), row.string("title"), row.string("text")};
    };
    return transaction.all(sql::remarks_of_account, cells, account);
}

Result<Rows> submission_rows(Context& /*context*/, database::Transaction& transaction,
                             AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("sent_at")), row.string("form_title"),
                                row.string("title"), row.string("code")};
    };
    return transaction.all(sql::submissions_of_account, cells, account);
}

}  // namespace

void add_personal_data(Module& module)
{
    module.personal_data(
        {.key = "mau-bao-cao",
         .title = "Bản của mẫu báo cáo đã lập (5.000 bản gần nhất)",
         .columns = {"Lúc", "Mẫu", "Bản", "Nguồn"},
         .rows = version_rows,
         .kept = "Giữ nguyên vì báo cáo được lập theo các bản này; tên người không ghi kèm, chỉ có "
                 "số của tài khoản.",
         .tables = {"report_form_version"}});
    module.personal_data(
        {.key = "ky-bao-cao",
         .title = "Kỳ báo cáo đã mở (5.000 kỳ gần nhất)",
         .columns = {"Lúc", "Mẫu", "Kỳ"},
         .rows = period_rows,
         .kept = "Giữ nguyên vì báo cáo của các cơ quan thuộc kỳ này; tên người không ghi kèm, chỉ "
                 "có số của tài khoản.",
         .tables = {"report_period"}});
    module.personal_data(
        {.key = "nhap-bao-cao",
         .title = "Báo cáo đã nhập (5.000 báo cáo gần nhất)",
         .columns = {"Mẫu", "Kỳ", "Số ô nhập sau cùng", "Từ lúc", "Đến lúc"},
         .rows = cell_rows,
         .kept =
             "Giữ nguyên vì là nội dung báo cáo của cơ quan; tên người không ghi kèm, chỉ có số "
             "của tài khoản.",
         .tables = {"report_cell"}});
    module.personal_data(
        {.key = "tep-bao-cao",
         .title = "Tệp kèm báo cáo đã tải lên (5.000 tệp gần nhất)",
         .columns = {"Lúc", "Mẫu", "Kỳ"},
         .rows = file_rows,
         .kept = "Giữ nguyên vì là tệp của báo cáo của cơ quan; tên người không ghi kèm, chỉ có số "
                 "của tài khoản.",
         .tables = {"report_file"}});
    module.personal_data(
        {.key = "cho-ghi-vao-bao-cao",
         .title = "Phần dán, tệp Excel chờ ghi vào báo cáo (5.000 lần gần nhất)",
         .columns = {"Lúc", "Mẫu", "Kỳ", "Tệp"},
         .rows = proposal_rows,
         .kept = "Giữ đến khi được ghi, bị bỏ, hoặc quá 7 ngày rồi tự xóa; tên người không ghi "
                 "kèm, chỉ có số của tài khoản.",
         .tables = {"report_proposal"}});
    constexpr auto kept =
        "Giữ nguyên vì báo cáo đã gửi phải chứng minh được đã qua những bước nào; tên người không "
        "ghi kèm, chỉ có số của tài khoản.";
    module.personal_data({.key = "buoc-cua-bao-cao",
                          .title = "Bước đã làm với báo cáo (5.000 bước gần nhất)",
                          .columns = {"Lúc", "Mẫu", "Kỳ", "Bước"},
                          .rows = step_rows,
                          .kept = kept,
                          .tables = {"report_step"}});
    module.personal_data({.key = "y-kien-ve-bao-cao",
                          .title = "Ý kiến đã nêu về báo cáo (5.000 ý kiến gần nhất)",
                          .columns = {"Lúc", "Mẫu", "Kỳ", "Ý kiến"},
                          .rows = remark_rows,
                          .kept = kept,
                          .tables = {"report_remark"}});
    module.personal_data({.key = "bao-cao-da-gui",
                          .title = "Báo cáo đã gửi (5.000 lần gần nhất)",
                          .columns = {"Lúc", "Mẫu", "Kỳ", "Biên nhận"},
                          .rows = submission_rows,
                          .kept = kept,
                          .tables = {"report_submission"}});
}

}  // namespace caicach::report
