#include "channel/personal_data.hpp"

#include "calendar/moment.hpp"
#include "channel/newsletter/issue.hpp"
#include "channel/print/design.hpp"
#include "channel/sql.hpp"
#include "channel/subscription/subscriber_store.hpp"
#include "channel/subscription/subscribing.hpp"
#include "identity/api.hpp"
#include "text/text.hpp"

namespace caicach::channel
{
namespace
{

using Rows = PersonalDataSection::Rows;

Result<Rows> issue_rows(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    const auto cells = [](const database::Row& row) {
        const auto state = issue_state_from(row.text("state"));
        return Rows::value_type{vietnamese_moment(row.instant("made_at")), row.string("title"),
                                std::string(state ? text_of(*state) : std::string_view{})};
    };
    return transaction.all(sql::issues_of_account, cells, account);
}

/// No row has this address.
constexpr std::string_view nowhere = "-";

Result<std::vector<Subscriber>> subscriptions_of(database::Transaction& transaction,
                                                 AccountId account)
{
    const auto person = TRY(identity::account_by_id(transaction, account));
    const auto address = text::lower(person.user_name);
    return SubscriberStore{transaction}.of_address(address.empty() ? nowhere : address);
}

Result<Rows> subscription_rows(Context& context, database::Transaction& transaction,
                               AccountId account)
{
    const auto subscriptions = TRY(subscriptions_of(transaction, account));
    Rows rows;
    rows.reserve(subscriptions.size());
    for (const auto& one : subscriptions) {
        const auto agency =
            TRY(organisation::agency_by_id(transaction, one.agency, context.today()));
        rows.push_back({agency.name, one.address, vietnamese_moment(one.asked_at),
                        one.confirmed_at ? vietnamese_moment(*one.confirmed_at) : std::string{},
                        std::to_string(one.wording)});
    }
    return rows;
}

Result<void> erase_subscriptions(Context& context, database::Transaction& transaction,
                                 AccountId account)
{
    const auto subscriptions = TRY(subscriptions_of(transaction, account));
    for (const auto& one : subscriptions)
        TRY(end_subscription(context, transaction, one.id, SubscriberState::left));
    return {};
}

Result<Rows> design_rows(Context& /*context*/, database::Transaction& transaction,
                         AccountId account)
{
    const auto cells = [](const database::Row& row) {
        const auto state = design_state_from(row.text("state"));
        return Rows::value_type{vietnamese_moment(row.instant("made_at")), row.string("title"),
                                std::string(state ? text_of(*state) : std::string_view{})};
    };
    return transaction.all(sql::print_designs_of_account, cells, account);
}

Result<Rows> batch_rows(Context& /*context*/, database::Transaction& transaction, AccountId account)
{
    const auto cells = [](const database::Row& row) {
        return Rows::value_type{vietnamese_moment(row.instant("made_at")), row.string("title")};
    };
    return transaction.all(sql::print_batches_of_account, cells, account);
}

}  // namespace

void add_personal_data(Module& module)
{
    module.personal_data(
        {.key = "ban-tin-da-soan",
         .title = "Số bản tin đã soạn (5.000 số gần nhất)",
         .columns = {"Lúc mở", "Tên", "Tình trạng"},
         .rows = issue_rows,
         .kept = "Giữ nguyên vì là bản tin của cơ quan; tên người không ghi kèm, chỉ có số của tài "
                 "khoản.",
         .tables = {"channel_issue"}});
    module.personal_data(
        {.key = "nhan-ban-tin",
         .title = "Đăng ký nhận bản tin qua thư",
         .columns = {"Bản tin của", "Địa chỉ", "Đăng ký lúc", "Xác nhận lúc", "Lời đồng ý số"},
         .rows = subscription_rows,
         .erase = erase_subscriptions,
         .kept = "Địa chỉ bị xóa; chỉ còn lúc đồng ý và lúc thôi nhận, không "
                 "biết của ai.",
         .tables = {"channel_subscriber"}});
    module.personal_data(
        {.key = "do-hoa-da-soan",
         .title = "Đồ họa, ấn phẩm đã soạn (5.000 bản gần nhất)",
         .columns = {"Lúc bắt đầu", "Tiêu đề", "Tình trạng"},
         .rows = design_rows,
         .kept = "Giữ nguyên vì là đồ họa của cơ quan; tên người không ghi kèm, chỉ có số của tài "
                 "khoản.",
         .tables = {"channel_print_design"}});
    module.personal_data({.key = "bo-in-da-lap",
                          .title = "Bộ in đồ họa đã lập (5.000 bộ gần nhất)",
                          .columns = {"Lúc lập", "Tiêu đề"},
                          .rows = batch_rows,
                          .kept = "Giữ nguyên vì là bộ in của cơ quan; tên người không ghi kèm, "
                                  "chỉ có số của tài khoản.",
                          .tables = {"channel_print_batch"}});
}

}  // namespace caicach::channel
