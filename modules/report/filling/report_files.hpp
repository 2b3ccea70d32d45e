#pragma once
#include <string_view>

#include "attachment/api.hpp"
#include "manifest/context.hpp"
#include "report/report.hpp"

/// Files that go along with a report. Whoever changes them holds the report, and has asked whether
/// that may be done now.
namespace caicach::report
{

[[nodiscard]] attachment::AttachmentUse file_use();

/// too_large "attachment.too_many" (file).
[[nodiscard]] Result<void> add_file(Context& context, database::Transaction& transaction,
                                    const Report& report, const attachment::KeptFile& kept);

/// What was never sent is forgotten; what was sent stays to be read, and goes along no more.
/// not_found "attachment.not_found"; conflict "base.changed_meanwhile" where it is gone already.
[[nodiscard]] Result<void> leave_out_file(Context& context, database::Transaction& transaction,
                                          const Report& report, std::string_view code);

}  // namespace caicach::report
