window.settings = {api: "https:\/\/api.staging.example.com\/v1\/", docs: "https://docs.example.com/"};
