#include "channel/broadcast/broadcasts.hpp"

#include "calendar/moment.hpp"
#include "channel/broadcast/air_personal_data.hpp"
#include "channel/broadcast/airing_handlers.hpp"
#include "channel/broadcast/day_handlers.hpp"
#include "channel/broadcast/listening_handlers.hpp"
#include "channel/broadcast/loudspeakers.hpp"
#include "channel/broadcast/part_handlers.hpp"
#include "channel/broadcast/recording_handlers.hpp"
#include "channel/broadcast/scheduling.hpp"
#include "channel/broadcast/script.hpp"
#include "channel/broadcast/script_handlers.hpp"
#include "channel/broadcast/script_list_handlers.hpp"
#include "channel/broadcast/signing.hpp"
#include "channel/sql.hpp"

namespace caicach::channel
{
namespace
{

using PersonRows = PersonalDataSection::Rows;

Result<PersonRows> script_rows(Context& /*context*/, database::Transaction& transaction,
                               AccountId account)
{
    const auto cells = [](const database::Row& row) {
        const auto state = script_state_from(row.text("state"));
        return PersonRows::value_type{vietnamese_moment(row.instant("made_at")),
                                      row.string("title"),
                                      std::string(state ? text_of(*state) : std::string_view{})};
    };
    return transaction.all(sql::scripts_of_account, cells, account);
}

void add_script_personal_data(Module& module)
{
    module.personal_data(
        {.key = "kich-ban-phat-thanh",
         .title = "Kịch bản phát thanh đã soạn (5.000 kịch bản gần nhất)",
         .columns = {"Lúc mở", "Tên", "Tình trạng"},
         .rows = script_rows,
         .kept = "Giữ nguyên vì là kịch bản của cơ quan; tên người không ghi kèm, chỉ có số của "
                 "tài khoản.",
         .tables = {"channel_script"}});
}

}  // namespace

void add_broadcasts(Module& module)
{
    add_script_list(module);
    add_scripts(module);
    add_script_parts(module);
    add_recordings(module);
    add_script_personal_data(module);
    add_days(module);
    add_airings(module);
    add_scheduling(module);
    add_signing(module);
    add_listening(module);
    add_loudspeakers(module);
    add_air_personal_data(module);
}

}  // namespace caicach::channel
