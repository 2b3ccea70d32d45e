#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "manifest/context.hpp"
#include "organisation/api.hpp"
#include "outgoing/ids.hpp"

/// Recipients that an agency names again and again: "Danh sách gửi báo cáo quý".
namespace caicach::outgoing
{

struct RecipientList {
    ListId id{};
    std::string code{};  ///< public
    organisation::AgencyId agency{};
    std::string name{};
    std::int64_t version{};
};

/// By name.
[[nodiscard]] Result<std::vector<RecipientList>> lists_of(database::Transaction& transaction,
                                                          organisation::AgencyId agency);
/// not_found "outgoing.list.not_found".
[[nodiscard]] Result<RecipientList> list_by_code(database::Transaction& transaction,
                                                 std::string_view code);
/// As they go on paper: "Sở Y tế (p/h)"; the copy that is kept last.
[[nodiscard]] Result<std::vector<std::string>> lines_of(database::Transaction& transaction,
                                                        ListId list);

/// invalid "outgoing.list.empty"; conflict "outgoing.list.taken"; too_large
/// "outgoing.list.too_many", "outgoing.document.too_many_lines".
[[nodiscard]] Result<RecipientList> add_list(Context& context, database::Transaction& transaction,
                                             organisation::AgencyId agency, std::string name,
                                             std::vector<std::string> lines);
/// The same, in the place of what it says; conflict "base.changed_meanwhile".
[[nodiscard]] Result<void> change_list(Context& context, database::Transaction& transaction,
                                       const RecipientList& list, const std::string& name,
                                       std::vector<std::string> lines);
[[nodiscard]] Result<void> remove_list(Context& context, database::Transaction& transaction,
                                       const RecipientList& list);

}  // namespace caicach::outgoing
