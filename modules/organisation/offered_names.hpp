#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "organisation/api.hpp"

/// Names of agencies to choose from in a form: all of them where they are few; of a large directory
/// those that the person looks for, so that the page stays small with script and without.
namespace caicach::organisation
{

struct OfferedNames {
    std::vector<std::string> names{};
    std::string sought{};  ///< as typed
    bool is_all{};         ///< there is nothing more to look for
};
/// What has the words of `sought` comes first; where nothing has, what comes nearest.
[[nodiscard]] Result<OfferedNames> offered_names(database::Transaction& transaction, Date day,
                                                 std::string sought);

/// The fields of a form in which they are looked for: `sought`, and `look` when its button was
/// pressed.
inline constexpr std::string_view sought_field = "sought";
inline constexpr std::string_view look_field = "look";

}  // namespace caicach::organisation
