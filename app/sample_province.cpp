#include "app/sample_province.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "app/sample.hpp"
#include "identity/api.hpp"
#include "organisation/api.hpp"
#include "plan/edition_store.hpp"
#include "plan/importing.hpp"
#include "plan/item_store.hpp"
#include "plan/put_in_force.hpp"

extern "C" {
extern const char caicach_sample_plan_begin[];
extern const char caicach_sample_plan_end[];
}

namespace caicach::app
{
namespace
{

constexpr std::string_view coordinator_code = "SNV";

/// A file that exists while it is imported.
class PassingFile
{
public:
    PassingFile(std::string path, std::string_view bytes) : m_path(std::move(path))
    {
        std::ofstream(m_path, std::ios::binary)
            .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
    ~PassingFile()
    {
        std::error_code error;
        std::filesystem::remove(m_path, error);
    }
    PassingFile(const PassingFile&) = delete;
    PassingFile& operator=(const PassingFile&) = delete;
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

Result<plan::Edition> import_bytes(Context& context, const std::string& name,
                                   std::string_view bytes)
{
    const PassingFile file{context.services().data_folder + "/tmp/" + name, bytes};
    return plan::import_file(
        context,
        {.path = file.path(), .name = name, .coordinator_code = std::string{coordinator_code}});
}

/// What the coordinator of the sample did: looked at every item and every line in doubt.
Result<void> settle(database::Transaction& transaction, const plan::Edition& edition)
{
    auto items = plan::ItemStore{transaction};
    auto editions = plan::EditionStore{transaction};
    auto all = TRY(items.all_of(edition.id));
    for (auto& item : all) {
        item.is_reviewed = true;
        TRY(items.save(item));
    }
    const auto lines = TRY(editions.lines(edition.id));
    for (const auto& line : lines) {
        if (!line.needs_a_person()) continue;
        TRY(editions.settle_line(edition.id, line.number, true));
    }
    return {};
}

/// An empty folder may still name a PostgreSQL database that holds a real province.
Result<void> require_no_province(Context& context)
{
    auto transaction = TRY(context.read());
    const auto agencies = TRY(organisation::agencies_on(transaction, context.today()));
    if (agencies.empty()) return {};
    return failure(Failure::conflict, "app.sample.not_empty", "data",
                   {context.services().data_folder});
}

Result<void> fill_people(Context& context)
{
    auto transaction = TRY(context.begin());
    const auto agency = [&](std::string_view code) {
        return organisation::agency_by_code(transaction, code, context.today());
    };
    const auto coordinating = TRY(agency(coordinator_code));
    const auto department = TRY(agency("SYT"));
    const auto publishing = TRY(agency("SVHTTDL"));
    const auto office = TRY(agency("VPUB"));
    TRY(identity::seed_sample_people(context, transaction,
                                     {.coordinating = coordinating.id,
                                      .department = department.id,
                                      .publishing = publishing.id,
                                      .office = office.id}));
    return transaction.commit();
}

Result<void> fill_plans(Context& context)
{
    const std::string_view word_file{
        caicach_sample_plan_begin,
        // cppcheck-suppress comparePointers ; one object, whose ends the assembler names
        static_cast<std::size_t>(caicach_sample_plan_end - caicach_sample_plan_begin)};
    auto edition = TRY(import_bytes(context, "ke-hoach-tuyen-truyen-2026.docx", word_file));
    auto transaction = TRY(context.begin());
    TRY(settle(transaction, edition));
    TRY(plan::put_in_force(context, transaction, edition));
    TRY(transaction.commit());
    TRY(import_bytes(context, "ke-hoach-cchc-2026.txt", sample::reform_plan_2026));
    return {};
}

}  // namespace

std::string_view sample_configuration()
{
    return "# The sample province: everything in it is invented.\n"
           "[province]\n"
           "name = \"tỉnh Sông Lam\"\n"
           "sample = true\n";
}

Result<void> fill_sample_province(System& system)
{
    auto context = system.system_context("caicach demo");
    TRY(require_no_province(context));
    TRY(organisation::seed_sample(context, sample::province));
    // Before the decisions: they end the codes of those that end.
    TRY(organisation::seed_official_codes(context, sample::codes));
    TRY(organisation::seed_reorganisations(context, sample::reorganisations));
    TRY(organisation::seed_contacts(context, sample::contacts));
    TRY(fill_people(context));
    return fill_plans(context);
}

}  // namespace caicach::app
