#include "obligation/board/letter_documents.hpp"

namespace caicach::obligation
{

Result<LetterDocuments> letter_documents_of(const Context& context,
                                            database::Transaction& transaction,
                                            const plan::PlanSummary& plan)
{
    constexpr std::size_t made_max = 5;  // on a page
    LetterDocuments documents{.may_write = outgoing::may_write(context, plan.coordinator)};
    if (!documents.may_write) return documents;
    documents.made = TRY(outgoing::documents_of(transaction, letter_source, plan.id.value));
    if (documents.made.size() > made_max) documents.made.resize(made_max);
    return documents;
}

}  // namespace caicach::obligation
