// usage: styleguide PAGE     the page on standard output
//        styleguide --list   their names
//        styleguide --assets DIRECTORY   writes the assets there, as the server would send them
#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "html/html.hpp"
#include "tests/browser/pages/pages.hpp"
#include "web/assets.hpp"

namespace
{

namespace html = caicach::html;
namespace styleguide = caicach::styleguide;
namespace web = caicach::web;

struct Page {
    std::string_view name{};
    void (*write)(html::Writer&){};
};

constexpr std::array pages{
    Page{"components", styleguide::components},
    Page{"form", styleguide::form},
    Page{"form-refused", styleguide::form_refused},
    Page{"confirm", styleguide::confirm},
    Page{"plan", styleguide::plan},
    Page{"plan-empty", styleguide::plan_empty},
    Page{"review", styleguide::review},
    Page{"review-conflict", styleguide::review_conflict},
    Page{"editor", styleguide::editor_fragment},
};

bool write_file(const std::string& path, const void* bytes, std::size_t size)
{
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return false;
    const bool is_written = std::fwrite(bytes, 1, size, file) == size;
    return std::fclose(file) == 0 && is_written;
}

bool write_assets(const std::string& folder)
{
    for (const auto& asset : web::assets()) {
        const auto file =
            folder + std::string(asset.path.substr(std::string_view("/assets").size()));
        if (!write_file(file, asset.plain.data(), asset.plain.size())) return false;
        if (asset.brotli.empty()) continue;
        if (!write_file(file + ".br", asset.brotli.data(), asset.brotli.size())) return false;
    }
    return true;
}

}  // namespace

int main(int count, char** values)
{
    const std::string_view wanted = count > 1 ? values[1] : "--list";
    if (wanted == "--assets" && count > 2) return write_assets(values[2]) ? 0 : 1;
    for (const auto& page : pages) {
        if (wanted == "--list") std::printf("%s\n", std::string(page.name).c_str());
        if (wanted != page.name) continue;
        std::string text;
        auto out = html::Writer(text);
        page.write(out);
        std::fwrite(text.data(), 1, text.size(), stdout);
        return 0;
    }
    return wanted == "--list" ? 0 : 1;
}
