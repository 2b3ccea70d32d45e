#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "manifest/actor.hpp"

namespace caicach
{

class Context;
namespace database
{
class Transaction;
}

/// One kind of thing that a module keeps about a person with an account: what the person is given
/// to read, and what becomes of it when the person is forgotten.
struct PersonalDataSection {
    using Rows = std::vector<std::vector<std::string>>;

    std::string_view key{};    ///< "tai-khoan": names its file in the download
    std::string_view title{};  ///< "Tài khoản"
    std::vector<std::string_view> columns{};
    /// All rows about the person, each as wide as `columns`.
    std::function<Result<Rows>(Context&, database::Transaction&, AccountId)> rows{};
    /// Deletes, or takes the person out of what must stay. None: all of it stays.
    std::function<Result<void>(Context&, database::Transaction&, AccountId)> erase{};
    std::string_view kept{};  ///< what stays after that, and why; for the person
    /// The tables with accounts in them that this section answers for.
    std::vector<std::string_view> tables{};
};

}  // namespace caicach
