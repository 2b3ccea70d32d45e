#include "channel/media/personal_data.hpp"

#include "calendar/moment.hpp"
#include "channel/media/placement.hpp"
#include "channel/sql.hpp"

namespace caicach::channel
{
namespace
{

Result<PersonalDataSection::Rows> placement_rows(Context& /*context*/,
                                                 database::Transaction& transaction,
                                                 AccountId account)
{
    const auto cells = [](const database::Row& row) {
        const auto state = placement_state_from(row.text("state"));
        return PersonalDataSection::Rows::value_type{
            vietnamese_moment(row.instant("made_at")), row.string("title"),
            std::string(state ? text_of(*state) : std::string_view{})};
    };
    return transaction.all(sql::placements_of_account, cells, account);
}

}  // namespace

void add_media_personal_data(Module& module)
{
    module.personal_data({.key = "lan-dang-phat-da-ghi",
                          .title = "Lần đăng, phát đã ghi (5.000 lần gần nhất)",
                          .columns = {"Lúc ghi", "Tên bài, chương trình", "Tình trạng"},
                          .rows = placement_rows,
                          .kept = "Giữ nguyên vì là nhật ký của cơ quan; tên người không ghi kèm, "
                                  "chỉ có số của tài khoản.",
                          .tables = {"channel_media_placement"}});
}

}  // namespace caicach::channel
