#pragma once
#include "manifest/context.hpp"
#include "report/paper/report_paper.hpp"

/// What the files of a report are made of, read in a transaction that ends before they are.
namespace caicach::report
{

/// As both were called when it was sent, or are today.
[[nodiscard]] Result<PaperNames> names_of(const Context& context,
                                          database::Transaction& transaction, const Report& report);

/// As it was sent; while it is not, as it stands.
[[nodiscard]] Result<Filled> standing_report(Context& context, database::Transaction& transaction,
                                             const Report& report);

/// With the head of the agency and room for number, day and signature.
[[nodiscard]] Result<document::OfficialDocument> unnumbered_paper(
    Context& context, database::Transaction& transaction, const Filled& filled);

}  // namespace caicach::report
