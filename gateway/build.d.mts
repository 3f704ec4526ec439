export function bundleGateway(directory: string): Promise<void>;
