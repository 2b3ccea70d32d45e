#include "attachment/check.hpp"

#include <fmt/core.h>

#include <optional>

#include "attachment/content_folder.hpp"
#include "attachment/examination.hpp"
#include "attachment/limits.hpp"
#include "attachment/scanning.hpp"
#include "attachment/sql.hpp"
#include "database/transaction.hpp"

namespace caicach::attachment
{

namespace
{

class Problems
{
public:
    explicit Problems(const ContentFolder& folder) : m_folder(folder) {}

    void add(std::string_view sha256, Fault fault)
    {
        m_sentences.push_back(fmt::format("{}: {}", m_folder.path_of(sha256), text_of(fault)));
    }
    [[nodiscard]] bool is_full() const { return m_sentences.size() >= limits::problems_max; }
    [[nodiscard]] std::vector<std::string> take() { return std::move(m_sentences); }

private:
    const ContentFolder& m_folder;
    std::vector<std::string> m_sentences{};
};

Result<void> check_contents(database::Transaction& transaction, const ContentFolder& folder,
                            Problems& problems)
{
    return transaction.each(sql::contents, [&](const database::Row& row) {
        const auto sha256 = row.string("sha256");
        if (const auto fault = examine(folder, sha256)) problems.add(sha256, *fault);
        return !problems.is_full();
    });
}

Result<void> check_orphans(database::Transaction& transaction, const ContentFolder& folder,
                           Instant now, Problems& problems)
{
    for (std::optional<std::string> shelf{first_shelf}; shelf; shelf = shelf_after(*shelf)) {
        const auto orphans = TRY(orphans_on(transaction, folder, *shelf, now));
        for (const auto& orphan : orphans) {
            if (problems.is_full()) return {};
            problems.add(orphan, Fault::orphan);
        }
    }
    return {};
}

}  // namespace

Result<std::vector<std::string>> check_files(Context& context)
{
    const ContentFolder folder(context.services().data_folder);
    auto transaction = TRY(context.read());
    Problems problems(folder);
    TRY(check_contents(transaction, folder, problems));
    TRY(check_orphans(transaction, folder, context.now(), problems));
    return problems.take();
}

Result<std::vector<std::string>> check_scanner(Context& context)
{
    auto problem = scanner_problem(context.services());
    if (problem.empty()) return std::vector<std::string>{};
    return std::vector{std::move(problem)};
}

}  // namespace caicach::attachment
