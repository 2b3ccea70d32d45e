#include "evidence/personal_data.hpp"

#include "calendar/moment.hpp"
#include "evidence/review.hpp"
#include "evidence/sql.hpp"

namespace caicach::evidence
{
namespace
{

using Rows = PersonalDataSection::Rows;

constexpr std::string_view kept_text =
    "Giữ nguyên vì là căn cứ tính kết quả của cơ quan; tên người không ghi kèm, chỉ có số của tài "
    "khoản.";

Result<Rows> review_rows(Context& /*context*/, database::Transaction& transaction,
                         AccountId account)
{
    const auto cells = [](const database::Row& row) {
        const auto review = review_from(row);
        return Rows::value_type{vietnamese_moment(review.taken_at), review.agency_name,
                                std::string{label_of(review.step)}, row.string("title"),
                                review.text};
    };
    return transaction.all(sql::reviews_of_account, cells, account);
}

Result<Rows> import_rows(Context& /*context*/, database::Transaction& transaction,
                         AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("proposed_at")),
                                row.string("file_name"), std::to_string(row.integer("created")),
                                std::to_string(row.integer("changed"))};
    };
    return transaction.all(sql::imports_of_account, cells, account);
}

}  // namespace

void add_personal_data(Module& module)
{
    module.personal_data({.key = "xet-minh-chung",
                          .title = "Xét và trả lời về minh chứng (5.000 lần gần nhất)",
                          .columns = {"Lúc", "Thay mặt cơ quan", "Việc", "Kết quả", "Lời ghi"},
                          .rows = review_rows,
                          .kept = kept_text,
                          .tables = {"evidence_review"}});
    module.personal_data({.key = "bang-ket-qua",
                          .title = "Bảng kết quả đã tải lên (5.000 lần gần nhất)",
                          .columns = {"Lúc", "Tệp", "Ghi mới", "Ghi bản sửa"},
                          .rows = import_rows,
                          .kept = kept_text,
                          .tables = {"evidence_import"}});
}

}  // namespace caicach::evidence
