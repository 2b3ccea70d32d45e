#include "app/sample_plan.hpp"

#include <filesystem>
#include <fstream>

#include "plan/edition_store.hpp"
#include "plan/importing.hpp"
#include "plan/item_store.hpp"

namespace caicach::app
{
namespace
{

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

}  // namespace

Result<plan::Edition> import_sample_plan(Context& context, const std::string& name,
                                         std::string_view bytes)
{
    const PassingFile file{context.services().data_folder + "/tmp/" + name, bytes};
    return plan::import_file(
        context,
        {.path = file.path(), .name = name, .coordinator_code = std::string{sample_coordinator}});
}

Result<void> settle_sample_plan(database::Transaction& transaction, const plan::Edition& edition)
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

}  // namespace caicach::app
