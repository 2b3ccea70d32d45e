#include "identity/oidc/oidc_personal_data.hpp"

#include "calendar/moment.hpp"
#include "database/transaction.hpp"
#include "identity/limits.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

namespace
{

Result<PersonalDataSection::Rows> link_rows(Context&, database::Transaction& transaction,
                                            AccountId account)
{
    using Cells = PersonalDataSection::Rows::value_type;
    const auto read = [](const database::Row& row) {
        return Cells{row.string("issuer"), row.string("subject"),
                     vietnamese_moment(row.instant("linked_at"))};
    };
    return transaction.all(sql::oidc_links_of_account, read, account,
                           limits::oidc_links_per_account_max);
}

/// Of all providers: those that were configured once, too.
Result<void> erase_links(Context&, database::Transaction& transaction, AccountId account)
{
    TRY(transaction.change(sql::delete_oidc_links_of_account, account));
    return {};
}

}  // namespace

void add_oidc_personal_data(Module& module)
{
    module.personal_data({.key = "dinh-danh",
                          .title = "Tên ở hệ thống định danh",
                          .columns = {"Hệ thống", "Mã định danh", "Nối lúc"},
                          .rows = link_rows,
                          .erase = erase_links,
                          .kept = "Xóa cùng tài khoản.",
                          .tables = {"identity_oidc_link"}});
}

}  // namespace caicach::identity
