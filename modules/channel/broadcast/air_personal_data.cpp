#include "channel/broadcast/air_personal_data.hpp"

#include "calendar/moment.hpp"
#include "channel/broadcast/airing.hpp"
#include "channel/sql.hpp"

namespace caicach::channel
{
namespace
{

using AirRows = PersonalDataSection::Rows;

Result<AirRows> airing_rows(Context& /*context*/, database::Transaction& transaction,
                            AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return AirRows::value_type{vietnamese_moment(row.instant("made_at")), row.string("title")};
    };
    return transaction.all(sql::airings_of_account, cells, account);
}

Result<AirRows> play_hours_rows_of(Context& /*context*/, database::Transaction& transaction,
                                   AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return AirRows::value_type{vietnamese_moment(row.instant("set_at")),
                                   hours_text(minutes_in(row.text("minutes")))};
    };
    return transaction.all(sql::play_hours_of_account, cells, account);
}

Result<AirRows> broadcast_rows_of(Context& /*context*/, database::Transaction& transaction,
                                  AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return AirRows::value_type{vietnamese_moment(row.instant("signed_at")), row.string("title"),
                                   row.string("difference")};
    };
    return transaction.all(sql::broadcasts_of_account, cells, account);
}

}  // namespace

void add_air_personal_data(Module& module)
{
    module.personal_data(
        {.key = "lich-phat-thanh",
         .title = "Lịch phát thanh đã xếp (5.000 lịch gần nhất)",
         .columns = {"Lúc xếp", "Chương trình"},
         .rows = airing_rows,
         .kept = "Giữ nguyên vì là lịch của cơ quan; chỉ ghi kèm số của tài khoản.",
         .tables = {"channel_airing"}});
    module.personal_data(
        {.key = "gio-phat-thanh",
         .title = "Giờ phát thanh đã đặt (5.000 lần gần nhất)",
         .columns = {"Lúc đặt", "Giờ"},
         .rows = play_hours_rows_of,
         .kept = "Giữ nguyên vì là giờ phát của cơ quan; chỉ ghi kèm số của tài khoản.",
         .tables = {"channel_play_hours"}});
    module.personal_data(
        {.key = "nhat-ky-phat-thanh",
         .title = "Lượt phát thanh đã ký (5.000 lượt gần nhất)",
         .columns = {"Lúc ký", "Chương trình", "Khác dự kiến"},
         .rows = broadcast_rows_of,
         .kept = "Giữ nguyên vì là nhật ký đã ký của cơ quan, là minh chứng; chỉ ghi kèm số của "
                 "tài khoản.",
         .tables = {"channel_broadcast"}});
}

}  // namespace caicach::channel
