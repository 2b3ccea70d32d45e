#include "newsroom/personal_data.hpp"

#include "calendar/moment.hpp"
#include "newsroom/sql.hpp"

namespace caicach::newsroom
{
namespace
{

using Rows = PersonalDataSection::Rows;

Result<Rows> revision_rows(Context& /*context*/, database::Transaction& transaction,
                           AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("made_at")), row.string("title"),
                                std::to_string(row.integer("number"))};
    };
    return transaction.all(sql::revisions_of_account, cells, account);
}

Result<Rows> remark_rows(Context& /*context*/, database::Transaction& transaction,
                         AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("made_at")), row.string("title"),
                                row.string("text")};
    };
    return transaction.all(sql::remarks_of_account, cells, account);
}

}  // namespace

void add_personal_data(Module& module)
{
    module.personal_data(
        {.key = "tin-bai",
         .title = "Tin, bài đã viết, đã sửa (5.000 bản gần nhất)",
         .columns = {"Lúc", "Tiêu đề", "Bản"},
         .rows = revision_rows,
         .kept = "Giữ nguyên vì là bài của cơ quan; tên người không ghi kèm, chỉ có số của tài "
                 "khoản.",
         .tables = {"newsroom_article", "newsroom_revision"}});
    module.personal_data(
        {.key = "tin-bai-y-kien",
         .title = "Ý kiến về tin, bài (5.000 ý kiến gần nhất)",
         .columns = {"Lúc", "Tiêu đề", "Ý kiến"},
         .rows = remark_rows,
         .kept = "Giữ nguyên vì là việc của ban biên tập và cơ quan; tên người không ghi kèm, chỉ "
                 "có số của tài khoản.",
         .tables = {"newsroom_remark"}});
}

}  // namespace caicach::newsroom
