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
    std::string about{};              ///< which work or plan: "II.1.a. Gửi tin, bài"
    organisation::AgencyId agency{};  ///< who did it
    std::string text{};               ///< in whose words; may be empty
    std::string path{};               ///< of the page where to go on
    std::string key{};                ///< one message to a person, ever
    std::string template_key{"obligation.news"};
};
/// The work as news name it.
[[nodiscard]] std::string about_of(const Task& task);
[[nodiscard]] std::string about_of(const plan::PlanSummary& plan);

/// Tells each of them by bell and letter, but never who did it.
[[nodiscard]] Result<void> tell(Context& context, database::Transaction& transaction,
                                const People::Accounts& accounts, const News& news);

}  // namespace caicach::obligation
