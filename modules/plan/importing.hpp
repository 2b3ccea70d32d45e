#pragma once
#include <string>

#include "attachment/api.hpp"
#include "manifest/context.hpp"
#include "plan/edition.hpp"

namespace caicach::plan
{

/// What a plan may come as.
[[nodiscard]] const attachment::AttachmentUse& plan_file_use();

struct ImportFile {
    std::string path{};
    std::string name{};  ///< as people know it
    std::string coordinator_code{};
    std::string amends_code{};  ///< public code of the plan it amends; empty for a new plan
};

/// Keeps the file, reads it and stores the draft, all before it returns: for commands and the
/// sample. Pages leave the reading to a job.
[[nodiscard]] Result<Edition> import_file(Context& context, const ImportFile& file);

/// A new edition, with a file that was kept: of the plan with `amends_code`, else of a new plan.
/// conflict "plan.already_under_review" while another edition of it is open.
[[nodiscard]] Result<Edition> open_edition(Context& context, database::Transaction& transaction,
                                           organisation::AgencyId coordinator,
                                           const std::string& amends_code,
                                           const attachment::KeptFile& kept);

}  // namespace caicach::plan
