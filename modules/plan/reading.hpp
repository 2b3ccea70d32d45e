#pragma once
#include <functional>
#include <string>
#include <vector>

#include "document/source_text.hpp"
#include "manifest/context.hpp"
#include "plan/edition.hpp"
#include "plan/importer/imported_plan.hpp"

namespace caicach::plan
{

/// A file as the importer understood it.
struct Reading {
    document::SourceText source{};
    ImportedPlan plan{};
};

/// Told now and then, with a sentence for people; answers false to stop.
using ReadingProgress = std::function<bool(int percent, const std::string& text)>;

/// Reads any known file. Failures are those of document::read, each with what to do.
[[nodiscard]] Result<Reading> read_plan_file(const std::string& path, const std::string& name,
                                             const ReadingProgress& progress = {});

/// Fills a draft with what was read, in the place of what it had: document, lines, references,
/// recipients, items with their agencies resolved; and, for an amendment, the differences.
[[nodiscard]] Result<void> save_reading(Context& context, database::Transaction& transaction,
                                        Edition& edition, const Reading& reading);

/// Who the plan's text names, looked up once for each name.
class MentionResolver
{
public:
    MentionResolver(database::Transaction& transaction, Date day)
        : m_transaction(transaction), m_day(day)
    {
    }
    [[nodiscard]] Result<Mention> resolve(const std::string& name);

private:
    database::Transaction& m_transaction;
    Date m_day;
    std::vector<Mention> m_known{};
};

}  // namespace caicach::plan
