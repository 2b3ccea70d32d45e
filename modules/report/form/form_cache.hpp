#pragma once
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include "report/form/form_store.hpp"

namespace caicach::report
{

/// Versions that were in force, decoded: they never change again. One for the process, held by the
/// routes; any thread.
class FormCache
{
public:
    // Shared: a page under way keeps what it began with while the cache lets it go.
    using Content = std::shared_ptr<const Definition>;

    static constexpr std::size_t versions_max = 64;

    /// Drafts are read each time.
    [[nodiscard]] Result<Content> content(database::Transaction& transaction,
                                          const FormVersion& version);

private:
    struct Held {
        FormVersionId version{};
        Content content{};
    };

    std::mutex m_mutex{};
    std::vector<Held> m_held{};  ///< the one used last stands last
};

}  // namespace caicach::report
