#pragma once
#include <cstddef>
#include <memory>

#include "report/form/form_store.hpp"

/// Contents of versions that were in force, decoded once for the process: they never change again.
/// Any thread.
namespace caicach::report
{

// Shared: a page under way keeps what it began with while the cache lets it go.
using FormContent = std::shared_ptr<const Definition>;

inline constexpr std::size_t form_contents_max = 64;

/// Of a draft it is read each time.
[[nodiscard]] Result<FormContent> form_content(database::Transaction& transaction,
                                               const FormVersion& version);
/// Of a version that reports are of: no draft.
[[nodiscard]] Result<FormContent> form_content(database::Transaction& transaction,
                                               FormVersionId version);

}  // namespace caicach::report
