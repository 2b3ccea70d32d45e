#pragma once
#include <string>

#include "manifest/context.hpp"
#include "obligation/inbox.hpp"
#include "obligation/reminder/people.hpp"

namespace caicach::obligation
{

/// Something that happened and that somebody waits for: an answer, a return, a question.
struct News {
    std::string what{};               ///< "Đã trả lời vướng mắc"
    Task task{};                      ///< about which
    organisation::AgencyId agency{};  ///< who did it
    std::string text{};               ///< in whose words; may be empty
    std::string path{};               ///< of the page where to go on
    std::string key{};                ///< one message to a person, ever
    std::string template_key{"obligation.news"};
};

/// Tells each of them by bell and letter, but never who did it.
[[nodiscard]] Result<void> tell(Context& context, database::Transaction& transaction,
                                const People::Accounts& accounts, const News& news);

}  // namespace caicach::obligation
